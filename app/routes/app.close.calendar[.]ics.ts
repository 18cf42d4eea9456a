import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { closingCalendar } from "#app/services/closing/closing-calendar.server.ts";

/** The earliest closing date for a calendar, in the language of the page that asks. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  const calendar = await closingCalendar({ shop, locale }, deps);
  if (calendar === null) throw new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="closing-date.ics"',
      "cache-control": "no-store",
    },
  });
}
