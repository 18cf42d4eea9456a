import type { Stores } from "#app/ports/index.ts";
import { unfinishedRequest } from "../closing/unfinished-request.server.ts";

/** True from the first saved draft on, and while a request is under way that impact.com has not finished. */
export async function hasOpenCase(
  shop: string,
  stores: Pick<Stores, "closingRequests" | "drafts">,
): Promise<boolean> {
  if (await unfinishedRequest(shop, stores)) return true;
  return (await stores.closingRequests.findOpen(shop)) === null && (await stores.drafts.find(shop)) !== null;
}
