import { answerDay, requestClock } from "#app/domain/index.ts";
import type { Stores } from "#app/ports/index.ts";
import { latestRequest } from "#app/services/account/current-request.server.ts";
import { requestSteps } from "#app/services/account/request-steps.ts";
import type { AccountBase } from "../account/load-account.server.ts";
import { isPutAway } from "../account/put-away.ts";

/** The account's request with the day to follow up on, for the warning; null where there is none. */
export async function warnedRequest(
  shop: string,
  view: AccountBase | null,
  db: Pick<Stores, "closingRequests" | "connections" | "statedFacts" | "shops" | "requestChecks">,
) {
  const request = await latestRequest(shop, db);
  if (!request || !view) return request;
  const events = await db.closingRequests.events(shop, request.id);
  const steps = requestSteps(events, view.timeZone);
  // Of a ticket that was put away nobody is said to have it.
  const state = (await isPutAway(request, db)) ? ("sent" as const) : request.state;
  return {
    ...request,
    state,
    answerBy: answerDay(requestClock(request.state, steps, view.today, request.route)),
  };
}
