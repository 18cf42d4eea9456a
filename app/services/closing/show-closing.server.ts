import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { closingOf, type FoundClosingPath } from "./closing-path.ts";
import { currentRequest } from "./current-request.server.ts";

export { closingOf } from "./closing-path.ts";

/** The closing hub: verdict, route, tasks with their evidence, and the request that may be under way. */
export async function showClosing(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  return { view, ...closingOf(view), request: await currentRequest(input.shop, deps.db) };
}

/** How many accounts the merchant can name: any number for partners (S2), a brand's own where none is connected. */
export function namedAccounts({
  view,
  way,
}: {
  view: AccountView;
  way: FoundClosingPath;
}): "none" | "one" | "many" {
  if (way.route === "partner-ticket") return "many";
  return view.connection ? "none" : "one";
}
