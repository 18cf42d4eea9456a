import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { requestCalendar } from "#app/services/requests/request-calendar.server.ts";

/** The days to expect of a request for a calendar, in the language of the page that asks. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  const reference = args.params.reference ?? "";
  const calendar = await requestCalendar({ shop, reference, locale }, deps);
  if (calendar === null) throw new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${reference}.ics"`,
      "cache-control": "no-store",
    },
  });
}
