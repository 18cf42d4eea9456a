import type { FetchResult, InvoiceItem, ListedInvoice, SetAside } from "#app/ports/index.ts";

/**
 * The invoices as they are kept, all in the account's currency. One in another currency would be shown as if it were in
 * this one, and nothing is added up across currencies: it is set aside. Where all are in another, the account is not what
 * it was taken for, and the list is not known.
 */
export function invoicesIn(
  currency: string,
  fetchResult: FetchResult<ListedInvoice[]>,
): FetchResult<InvoiceItem[]> {
  if (fetchResult.outcome !== "read") return fetchResult;
  const own: InvoiceItem[] = [];
  const foreign: (ListedInvoice & { currency: string })[] = [];
  for (const { item, currency: found } of fetchResult.value)
    if (found === null || found === currency) own.push(item);
    else foreign.push({ item, currency: found });
  const [first] = foreign;
  if (first && own.length === 0)
    return { outcome: "mixed-currencies", expected: currency, found: first.currency };
  const aside = foreign.map(
    ({ item, currency: found }): SetAside => ({
      id: item.id,
      field: "Currency",
      problem: "other-currency",
      row: JSON.stringify({ ...item, currency: found }),
    }),
  );
  return { outcome: "read", value: own, aside: [...(fetchResult.aside ?? []), ...aside] };
}
