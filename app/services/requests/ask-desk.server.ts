import {
  nextCheck,
  type RequestState,
  type RequestTrigger,
  transition,
  WITH_IMPACT,
} from "#app/domain/index.ts";
import type { ClosingRequestEvent, DeskStatus, RequestCheckRow, Work } from "#app/ports/index.ts";
import { putAwayFailure } from "../account/put-away.ts";
import type { Deps } from "../deps.ts";
import { moveRequest } from "./move-request.server.ts";

export type AskDeskOutcome =
  | "nothing-to-ask"
  | "asked-lately"
  | "unreachable"
  | "missing"
  | "put-away"
  | "moved"
  | "as-before";

type Input = {
  shop: string;
  requestId: string;
  /** Leaves it at what is known when the last try, or the acceptance of the ticket, is younger than this. */
  unlessWithinMinutes?: number;
};
type Seen = Extract<DeskStatus, { outcome: "read" }>;
type Working = Seen & { status: Exclude<Seen["status"], "put-away"> };

/**
 * Asks the help desk where the ticket stands and writes down what is new. A solved ticket closes nothing (G19), and a
 * desk that does not answer changes nothing but the time of the last try.
 */
export async function askDesk(
  { shop, requestId, unlessWithinMinutes = 0 }: Input,
  deps: Pick<Deps, "db" | "clock" | "helpDesk" | "settings">,
): Promise<AskDeskOutcome> {
  const request = await deps.db.closingRequests.findById(shop, requestId);
  const check = await deps.db.requestChecks.find(shop, requestId, "desk");
  const ticket = await deps.db.tickets.findByRequest(shop, requestId);
  const ticketNumber = ticket?.proof?.ticketNumber;
  if (!request || !check || !ticketNumber || !isWithImpact(request.state)) return "nothing-to-ask";
  const known = check.triedAt ?? ticket.settledAt;
  if (known && deps.clock.now().since(known).total("minutes") < unlessWithinMinutes) return "asked-lately";
  const seen = await deps.helpDesk.readStatus(ticketNumber);
  if (seen.outcome === "cannot-read") return "nothing-to-ask";
  const triedAt = deps.clock.now();
  if (seen.outcome !== "read") {
    const failure = seen.outcome === "missing" ? "missing" : seen.reason;
    const change = { triedAt, failure, ...nextCheck(triedAt, check.failures) };
    await deps.db.transact((work) => work.requestChecks.change(check, change));
    return seen.outcome;
  }
  if (seen.status === "put-away") {
    await savePutAway(check, seen, deps);
    return "put-away";
  }
  const working = { ...seen, status: seen.status, ticketNumber };
  return deps.db.transact((work) => saveSeen(check, working, work, deps));
}

/** What the desk said before no longer holds: nobody may be reading the ticket. The request itself stays where it is. */
async function savePutAway(
  check: RequestCheckRow,
  { said }: Seen,
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<void> {
  const triedAt = clock.now();
  const forgotten = { answer: null, answeredAt: null, sameSince: null };
  const change = { ...forgotten, triedAt, failure: putAwayFailure(said), ...nextCheck(triedAt, null) };
  await db.transact((work) => work.requestChecks.change(check, change));
}

async function saveSeen(
  check: RequestCheckRow,
  { status, said, saidAt, ticketNumber }: Working & { ticketNumber: string },
  work: Work,
  deps: Pick<Deps, "clock" | "helpDesk" | "settings">,
): Promise<"moved" | "as-before"> {
  const { shop, requestId } = check;
  const now = deps.clock.now();
  const isNews = check.answer !== status;
  const answered = { answer: status, answeredAt: now, sameSince: isNews ? now : check.sameSince };
  const learned = { ...answered, triedAt: now, failure: null, ...nextCheck(now, null) };
  if (!(await work.requestChecks.change(check, learned)) || !isNews) return "as-before";
  const request = await work.closingRequests.findById(shop, requestId);
  const events = await work.closingRequests.events(shop, requestId);
  const trigger = request && triggerOf(status, request.state, events);
  if (!request || !trigger || events.at(-1)?.trigger === trigger) return "as-before";
  const evidence = { channel: deps.helpDesk.kind, ticketNumber, said, ...(saidAt && { saidAt }) };
  const moved = transition(request.state, trigger, evidence);
  if (moved.outcome !== "moves") return "as-before";
  const step = { trigger, toState: moved.to, actor: "settled", evidence };
  return (await moveRequest(request, step, work, deps)) ? "moved" : "as-before";
}

/** What the desk's word means here; null when it means nothing new. */
function triggerOf(
  status: Working["status"],
  state: RequestState,
  events: readonly ClosingRequestEvent[],
): RequestTrigger | null {
  // It lies there as it came: nothing has happened, and nobody is told that something did.
  if (status === "new") return null;
  if (status === "waiting") return "desk-waits";
  if (status === "solved") return "desk-solved";
  if (state !== "needs-something") return "desk-acknowledged";
  const lastMove = events.findLast(({ fromState, toState }) => fromState !== toState);
  return lastMove?.trigger === "desk-waits" ? "desk-resumed" : null;
}

const isWithImpact = (state: RequestState): boolean => WITH_IMPACT.some((each) => each === state);
