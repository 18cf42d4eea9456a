import { isUnderWay } from "#app/domain/index.ts";
import type { Stores } from "#app/ports/index.ts";
import { currentRequest } from "#app/services/account/current-request.server.ts";

/** True from the first saved draft on, and while a request is under way that impact.com has not finished. */
export async function hasOpenCase(
  shop: string,
  stores: Pick<Stores, "closingRequests" | "connections" | "drafts" | "statedFacts">,
): Promise<boolean> {
  const request = await currentRequest(shop, stores);
  if (request) return isUnderWay(request.state);
  return (await stores.drafts.find(shop)) !== null;
}
