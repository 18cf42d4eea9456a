import type { Stores } from "#app/ports/index.ts";
import { unfinishedRequest } from "../uninstall/unfinished-request.server.ts";

/** True from the first saved draft or tick on, and while a request is under way that impact.com has not finished. */
export async function hasOpenCase(
  shop: string,
  stores: Pick<Stores, "closings" | "drafts" | "ticks">,
): Promise<boolean> {
  if (await unfinishedRequest(shop, stores)) return true;
  // A request that was finished ends the case, whatever draft it came from.
  if (await stores.closings.findOpen(shop)) return false;
  return (await stores.drafts.find(shop)) !== null || (await stores.ticks.all(shop)).length > 0;
}
