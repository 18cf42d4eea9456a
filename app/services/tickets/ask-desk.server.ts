import { type RequestTrigger, transition } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";

export type AskDeskOutcome = "nothing-to-ask" | "unreachable" | "moved" | "as-before";

const TRIGGER_OF: Record<"open" | "waiting" | "solved", RequestTrigger> = {
  open: "desk-acknowledged",
  waiting: "desk-waits",
  solved: "desk-solved",
};

/** Asks the help desk where the ticket stands and writes down what is new. A solved ticket closes nothing (G19). */
export async function askDesk(
  input: { shop: string; reference: string },
  deps: Pick<Deps, "db" | "clock" | "helpDesk">,
): Promise<AskDeskOutcome> {
  const request = await deps.db.closings.findByReference(input.shop, input.reference);
  const ticket = request && (await deps.db.tickets.findByRequest(input.shop, request.id));
  const ticketNumber = ticket?.proof?.ticketNumber;
  if (!request || !ticketNumber) return "nothing-to-ask";
  const seen = await deps.helpDesk.readStatus(ticketNumber);
  if (seen.outcome === "unreachable") return "unreachable";
  if (seen.outcome === "cannot-read") return "nothing-to-ask";
  const trigger = TRIGGER_OF[seen.status];
  const evidence = { channel: deps.helpDesk.kind, ticketNumber };
  return deps.db.transact(async (work) => {
    const events = await work.closings.events(input.shop, request.id);
    const moved = transition(request.state, trigger, evidence);
    if (moved.outcome !== "moves" || events.at(-1)?.trigger === trigger) return "as-before";
    const event = { trigger, fromState: request.state, toState: moved.to, actor: "settled", evidence };
    const isFirst = await work.closings.move(input.shop, request.id, { ...event, at: deps.clock.now() });
    return isFirst ? "moved" : "as-before";
  });
}
