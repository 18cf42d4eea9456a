import { failureText } from "#app/messages/failure-text.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ExportPart, ExportRow, NotFetched } from "#app/ports/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { invoiceFileName } from "./invoice-file-name.ts";
import type { KnownLists } from "./known-lists.server.ts";
import { invoicesCsv } from "./list-csv.ts";

/** The list of invoices, which can only be written once it is known which of them could be fetched. */
export async function closingLists(
  row: ExportRow,
  { invoices }: KnownLists,
  deps: Pick<Deps, "db">,
): Promise<ExportPart | null> {
  if (invoices === null) return null;
  const translator = translatorFor(nearestLocale(row.locale));
  // No time of day is in these words: a full hour is waited for, and leaves no invoice out.
  const words = (why: NotFetched) =>
    why.outcome === "not-connected"
      ? translator.t("export.notConnected")
      : failureText(why, translator, "UTC");
  const facts = {
    invoices,
    // Invoices are only kept in the account's currency, which need not be the shop's.
    currency: (await currencyAndZoneOf(row.shop, deps)).currency,
    files: await deps.db.invoiceFiles.list(row),
    missing: row.plan.missing,
  };
  return { name: "invoices.csv", bytes: invoicesCsv(facts, invoiceFileName, words, translator.t) };
}
