import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { owedCsv, partnersOwed } from "#app/services/exports/partners-owed.server.ts";

/** The partners still owed, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  return inTurn({ turns, shop, request: args.request }, async () => {
    const owed = await partnersOwed({ shop }, deps);
    if (!owed?.report) throw new Response(null, { status: 404 });
    const file = { name: "partners-owed.csv", type: "text/csv; charset=utf-8" };
    return fileAnswer(owedCsv(owed, translatorFor(locale)), file);
  });
}
