import type { Temporal } from "temporal-polyfill";
import type { TicketRow, Work } from "#app/ports/index.ts";
import type { Deps, ServiceSettings } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { moveRequest } from "./move-request.server.ts";

/** The operator hears of a ticket that nobody would take for this long; it is tried on until the second mark. */
const ALERT_AFTER_HOURS = 1;
const GIVE_UP_AFTER_HOURS = 24;

type Failure = { state: "pending" | "unknown" | "refused"; reason: string };

/**
 * Writes down that an attempt did not deliver the ticket. A ticket that was refused, or is certainly not at the
 * provider after a day, is given up: history, operator and status page say so, and the merchant can hand it over
 * by hand. One whose outcome is unknown is never given up, for it may have arrived.
 */
export async function saveFailure(
  ticket: TicketRow,
  { state, reason }: Failure,
  deps: Pick<Deps, "db" | "clock" | "settings" | "log">,
): Promise<void> {
  const now = deps.clock.now();
  const hours = now.since(ticket.createdAt).total("hours");
  const givenUp = state === "refused" || (state === "pending" && hours >= GIVE_UP_AFTER_HOURS);
  await deps.db.transact(async (work) => {
    const change = givenUp
      ? { state: "refused" as const, lastError: reason, settledAt: now }
      : { state, lastError: reason };
    if (!(await work.tickets.change(ticket, change))) return;
    if (givenUp) await saveGivingUp(ticket, reason, work, deps);
    if (givenUp || hours >= ALERT_AFTER_HOURS)
      await alertOperator(ticket, { reason, givenUp }, work, { now, settings: deps.settings });
  });
  if (givenUp) deps.log.error({ shop: ticket.shop, ticket: ticket.id, reason }, "closing ticket given up");
}

async function saveGivingUp(
  ticket: TicketRow,
  reason: string,
  work: Work,
  deps: Pick<Deps, "clock" | "settings">,
): Promise<void> {
  const request = await work.closingRequests.findById(ticket.shop, ticket.requestId);
  if (request?.state !== "ready") return;
  const evidence = { problem: reason };
  const step = { trigger: "delivery-gave-up", toState: "ready", actor: "settled", evidence } as const;
  await moveRequest(request, step, work, deps);
}

/** One mail when it is late and one when it is given up, however often it is tried in between. */
async function alertOperator(
  ticket: TicketRow,
  { reason, givenUp }: { reason: string; givenUp: boolean },
  work: Work,
  context: { now: Temporal.Instant; settings: ServiceSettings },
): Promise<void> {
  const kind = givenUp ? "given-up" : "late";
  await writeMail(
    {
      shop: ticket.shop,
      purpose: "operator-alert",
      dedupeKey: `operator-alert:${kind}:${ticket.id}`,
      recipient: context.settings.alertAddress,
      locale: "en",
      content: { kind, channel: ticket.channel, attempts: ticket.attempts, reason, shop: ticket.shop },
      requestId: ticket.requestId,
    },
    work,
    context,
  );
}
