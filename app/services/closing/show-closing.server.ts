import { requestClock } from "#app/domain/index.ts";
import { requestSteps } from "#app/services/account/request-steps.ts";
import { requestAndClosing } from "#app/services/account/unfinished-request.server.ts";
import { type AccountView, loadAccount } from "../account/load-account.server.ts";
import { overdueOf } from "../account/overdue-of.ts";
import { isPutAway } from "../account/put-away.ts";
import { standingOf } from "../account/standing-of.ts";
import type { Deps } from "../deps.ts";
import { closingFigures } from "./closing-figures.ts";
import { closingOf, type FoundClosingPath } from "./closing-path.ts";

export { closingOf } from "./closing-path.ts";

/** The closing hub: verdict, route, tasks with their evidence, and the request that may be under way. */
export async function showClosing(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const { request, all, noted, closing } = await requestAndClosing(view, deps.db);
  const found = closingOf(view);
  const standing = standingOf(view);
  const events = request ? await deps.db.closingRequests.events(input.shop, request.id) : [];
  return {
    view,
    /** Closed, as impact.com shows it or as the merchant noted: nothing is left to do, and no day lies ahead. */
    isOver: closing !== null,
    ...found,
    figures: () => closingFigures(view, { route: found.closingPath.route, explained: found.explained }),
    standing,
    overdue: overdueOf(view, standing),
    request,
    /** When something is expected of it next; null where there is none. */
    clock:
      request && requestClock(request.state, requestSteps(events, view.timeZone), view.today, request.route),
    putAway: request !== null && (await isPutAway(request, deps.db)),
    noted,
    /** The store's other requests: about other accounts, or over. */
    others: all.filter(({ id }) => id !== request?.id),
  };
}

/** How many accounts the merchant can name: any number for partners (S2), a brand's own where none is connected. */
export function namedAccounts({
  view,
  closingPath,
}: {
  view: AccountView;
  closingPath: FoundClosingPath;
}): "none" | "one" | "many" {
  if (closingPath.route === "partner-ticket") return "many";
  return view.connection ? "none" : "one";
}
