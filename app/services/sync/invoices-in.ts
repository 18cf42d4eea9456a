import type { FetchResult, InvoiceItem, ListedInvoice } from "#app/ports/index.ts";

/**
 * The invoices as they are kept, all in the account's currency. An amount in another one would be shown as if it were
 * in this one: then the list is not known, as with actions.
 */
export function invoicesIn(
  currency: string,
  reading: FetchResult<ListedInvoice[]>,
): FetchResult<InvoiceItem[]> {
  if (reading.outcome !== "read") return reading;
  for (const { currency: found } of reading.value)
    if (found !== null && found !== currency)
      return { outcome: "mixed-currencies", expected: currency, found };
  return { outcome: "read", value: reading.value.map(({ item }) => item) };
}
