import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { closingCostCsv } from "#app/services/exports/closing-cost-csv.server.ts";

/** What closing costs on every day, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  const csv = await closingCostCsv({ shop }, translatorFor(locale), deps);
  if (csv === null) throw new Response(null, { status: 404 });
  return fileAnswer(csv, { name: "closing-cost.csv", type: "text/csv; charset=utf-8" });
}
