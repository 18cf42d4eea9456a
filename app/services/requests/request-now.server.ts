import { afterClosing, requestClock } from "#app/domain/index.ts";
import type { ClosingRequestRow } from "#app/ports/index.ts";
import { requestSteps } from "#app/services/account/request-steps.ts";
import { type AccountBase, loadSummary } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";

type Known = Pick<AccountBase, "shop" | "connection" | "timeZone" | "today">;

/** A request with its shop and what is due today; null when it is not there any more. */
export async function requestNow(
  { shop, requestId }: { shop: string; requestId: string },
  deps: Pick<Deps, "db" | "clock">,
) {
  const request = await deps.db.closingRequests.findById(shop, requestId);
  const view = request && (await loadSummary({ shop }, deps));
  return request && view && requestOn(request, view, deps);
}

/** The same for whoever has the request and the account already. */
export async function requestOn(request: ClosingRequestRow, view: Known, deps: Pick<Deps, "db">) {
  const events = await deps.db.closingRequests.events(request.shop, request.id);
  const steps = requestSteps(events, view.timeZone);
  return {
    request,
    events,
    shop: view.shop,
    connection: view.connection,
    timeZone: view.timeZone,
    clock: requestClock(request.state, steps, view.today, request.route),
    after: afterClosing(request.state, steps, view.today),
    ticketNumber: events.findLast(({ evidence }) => evidence.ticketNumber)?.evidence.ticketNumber ?? null,
  };
}

export type RequestNow = Awaited<ReturnType<typeof requestOn>>;
