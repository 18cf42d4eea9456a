import type { TicketRow, TicketToSend } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { saveAccepted } from "./save-accepted.server.ts";
import { saveFailure } from "./save-failure.server.ts";

type DeliverDeps = Pick<Deps, "db" | "clock" | "helpDesk" | "settings" | "log">;
export type DeliverTicketOutcome = "accepted" | "refused" | "done-before" | "taken" | "unknown-ticket";

/**
 * An attempt may still reach the provider this long after it began, longer than any timeout of ours. Only then does
 * "no such ticket" mean that none will come.
 */
const UNDER_WAY_SECONDS = 120;

/**
 * A ticket that waited this long may have been delivered in a life its row knows nothing of: by a database that was
 * restored from a backup since (C10). The provider is asked before it is sent.
 */
const WAITED_SECONDS = 600;

/** The ticket is not delivered yet; the queue tries again later. */
export class NotDeliveredYet extends Error {
  override name = "NotDeliveredYet";
}

/**
 * Takes one ticket of the outbox to the help desk. The attempt is written down before the provider is called, so that
 * whoever comes after a crash knows that the outcome is unknown, and asks the provider before sending again (C4).
 * Throws NotDeliveredYet while another try is needed.
 */
export async function deliverTicket(
  input: { shop: string; ticketId: string },
  deps: DeliverDeps,
): Promise<DeliverTicketOutcome> {
  const ticket = await deps.db.tickets.findById(input.shop, input.ticketId);
  if (!ticket) return "unknown-ticket";
  if (ticket.settledAt) return "done-before";
  if (ticket.state !== "pending") {
    const known = await resolveUnknown(ticket, deps);
    if (known) return known;
  } else if (deps.clock.now().since(ticket.createdAt).total("seconds") >= WAITED_SECONDS) {
    const known = await askFirst(ticket, "pending", deps);
    if (known) return known;
  }
  const now = deps.clock.now();
  const attempt = { state: "sending" as const, attempts: ticket.attempts + 1, attemptedAt: now };
  if (!(await deps.db.tickets.change(ticket, attempt))) return "taken";
  return send({ ...ticket, ...attempt }, deps);
}

/** Finds out what became of an earlier attempt; null when it certainly came to nothing. */
async function resolveUnknown(ticket: TicketRow, deps: DeliverDeps): Promise<"accepted" | null> {
  const begun = ticket.attemptedAt ?? ticket.createdAt;
  if (deps.clock.now().since(begun).total("seconds") < UNDER_WAY_SECONDS)
    throw new NotDeliveredYet("An attempt may still be under way.");
  return askFirst(ticket, "unknown", deps);
}

/** Asks the provider for the ticket; null when it has none. `state` is what the ticket stays while nobody answers. */
async function askFirst(
  ticket: TicketRow,
  state: "pending" | "unknown",
  deps: DeliverDeps,
): Promise<"accepted" | null> {
  const seen = await deps.helpDesk.lookUp(toSend(ticket));
  if (seen.outcome === "found") {
    await saveAccepted(ticket, seen.evidence, deps);
    return "accepted";
  }
  if (seen.outcome !== "unreachable") return null;
  await saveFailure(ticket, { state, reason: seen.reason }, deps);
  throw new NotDeliveredYet(seen.reason);
}

async function send(ticket: TicketRow, deps: DeliverDeps): Promise<"accepted" | "refused"> {
  const sent = await deps.helpDesk.submit(toSend(ticket));
  if (sent.outcome === "accepted") {
    await saveAccepted(ticket, sent.evidence, deps);
    return "accepted";
  }
  const state = { refused: "refused", "not-accepted": "pending", unknown: "unknown" } as const;
  await saveFailure(ticket, { state: state[sent.outcome], reason: sent.reason }, deps);
  if (sent.outcome === "refused") return "refused";
  throw new NotDeliveredYet(sent.reason);
}

const toSend = ({ content, key, createdAt }: TicketRow): TicketToSend => ({
  ...content,
  key,
  writtenAt: createdAt,
});
