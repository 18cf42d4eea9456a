import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { FIGURE_TABLES, figuresCsv } from "#app/services/exports/figures-csv.server.ts";

/** A table of the pages with figures, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  const table = FIGURE_TABLES.find((each) => each === args.params.table);
  if (!table) throw new Response(null, { status: 404 });
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  return inTurn({ turns, shop, request: args.request }, async () => {
    const csv = await figuresCsv({ shop, table }, translatorFor(locale), deps);
    if (!csv) throw new Response(null, { status: 404 });
    return fileAnswer(csv, { name: `${table}.csv`, type: "text/csv; charset=utf-8" });
  });
}
