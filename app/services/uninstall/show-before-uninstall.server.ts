import { isClosed } from "#app/domain/index.ts";
import { showFees } from "../account/show-fees.server.ts";
import type { Deps } from "../deps.ts";

/** What holds on the day the app is removed: whether the account is closed, and what goes on costing if it is not. */
export async function showBeforeUninstall({ shop }: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const fees = await showFees({ shop, months: 1 }, deps);
  if (!fees) return null;
  const request = await deps.db.closingRequests.findOpen(shop);
  return {
    closed: fees.view.state === "closed" || (request !== null && isClosed(request.state)),
    goesOn: fees.view.otherAccount ?? fees.view.kind,
    email: fees.view.shop.contactEmail,
    standing: fees.standing,
  };
}
