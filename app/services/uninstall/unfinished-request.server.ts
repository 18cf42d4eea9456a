import type { ClosingRecord, Stores } from "#app/ports/index.ts";

/** Once impact.com has closed the account, a request keeps nothing back any more: no reminder, no data. */
const FINISHED = new Set<ClosingRecord["state"]>(["closed", "refund-received"]);

/** The shop's closing request as long as impact.com has not closed the account; null otherwise. */
export async function unfinishedRequest(
  shop: string,
  stores: Pick<Stores, "closings">,
): Promise<ClosingRecord | null> {
  const request = await stores.closings.findOpen(shop);
  return request && !FINISHED.has(request.state) ? request : null;
}
