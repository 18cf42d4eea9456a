import { randomUUID } from "node:crypto";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.server.ts";
import { createReference } from "./reference.ts";
import { lintTicket, type TicketFinding } from "./ticket-lint.ts";

type Input = {
  shop: string;
  actor: string;
  route: string;
  subject: string;
  body: string;
  reason: string | null;
  openItems: string[];
};

export type HandOverOutcome =
  | { outcome: "handed-over"; reference: string }
  /** Somebody, or an earlier click, handed it over before: the same reference again. */
  | { outcome: "already-handed-over"; reference: string }
  | { outcome: "refused"; findings: TicketFinding[] };

/**
 * Writes the closing request and its ticket in one commit; the worker sends it. Open items never stop it
 * (experience.md 2.3). Two clicks, two tabs and two staff end in one request with one reference.
 */
export async function handOver(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<HandOverOutcome> {
  const findings = lintTicket(input);
  if (findings.length > 0) return { outcome: "refused", findings };
  const now = deps.clock.now();
  const body = withReason(input.body, input.reason);
  const request: ClosingRecord = {
    id: randomUUID(),
    shop: input.shop,
    reference: createReference(),
    route: input.route,
    state: "ready",
    subject: input.subject,
    body,
    reason: input.reason,
    wantedOn: null,
    openItems: input.openItems,
    createdAt: now,
    updatedAt: now,
  };
  const opened = await deps.db.transact(async (work) => {
    const isFirst = await work.closings.open(request, {
      trigger: "handed-over",
      fromState: null,
      toState: "ready",
      actor: input.actor,
      evidence: { reference: request.reference },
      at: now,
    });
    if (!isFirst) return false;
    const shop = await work.shops.find(input.shop);
    const ticket = {
      shop: input.shop,
      purpose: "closing-ticket" as const,
      dedupeKey: `closing-ticket:${request.id}`,
      recipient: deps.settings.supportAddress,
      locale: "en",
      content: {
        subject: `${input.subject} [${request.reference}]`,
        body,
        replyTo: shop?.contactEmail ?? null,
      },
      requestId: request.id,
    };
    await writeMail(ticket, work, { now, settings: deps.settings });
    return true;
  });
  if (opened) return { outcome: "handed-over", reference: request.reference };
  const existing = await deps.db.closings.findOpen(input.shop);
  if (!existing)
    throw new Error(`The open closing request of ${input.shop} vanished while another was written.`);
  return { outcome: "already-handed-over", reference: existing.reference };
}

/** impact.com asks for a reason (S0); it goes out in English like the rest, in the merchant's own words. */
function withReason(body: string, reason: string | null): string {
  return reason === null ? body : `${body}\n\n${translatorFor("en").t("ticket.reason", { reason })}`;
}
