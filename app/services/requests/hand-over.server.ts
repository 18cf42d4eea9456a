import { randomUUID } from "node:crypto";
import { lintTicket, oneMailbox, type TicketFinding } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRequestRow, Work } from "#app/ports/index.ts";
import { underWayFor } from "#app/services/account/current-request.server.ts";
import { withProof } from "#app/services/closing/account-proof.server.ts";
import { ownToken } from "#app/services/closing/own-token.server.ts";
import { countSending, giveBack } from "#app/services/closing/sending-limits.server.ts";
import { withDay } from "#app/services/drafts/ticket-lines.ts";
import type { Deps, ServiceSettings } from "../deps.ts";
import { archiveDraft } from "../drafts/archive-draft.ts";
import { watchShop } from "../watch/watch-shop.server.ts";
import { announceState } from "./announce-state.server.ts";
import { planFollowUp } from "./follow-up.server.ts";
import { createReference } from "./reference.ts";
import { ticketKey } from "./ticket-key.ts";

type Input = {
  shop: string;
  actor: string;
  route: string;
  /** The accounts the ticket names, and the fixed line that says how sure they are. */
  accounts: string[];
  proof: string;
  subject: string;
  body: string;
  reason: string | null;
  openItems: string[];
  /** The merchant takes it to impact.com's own form; nothing is sent. */
  byHand?: boolean;
  /** ISO date the merchant would like the account to be closed on; null or left out for "as soon as possible". */
  wantedOn?: string | null;
};

export type HandOverOutcome =
  | { outcome: "handed-over"; reference: string }
  /** Somebody, or an earlier click, handed it over before: the same reference again. */
  | { outcome: "already-handed-over"; reference: string }
  | { outcome: "refused"; findings: TicketFinding[] }
  /** As many requests were sent for one of these accounts, or by this store, as may be in a day. */
  | { outcome: "too-many"; seconds: number };

/**
 * Writes the closing request and its ticket in one commit; the worker sends it. Open items never stop it
 * (experience.md 2.3). Two clicks, two tabs and two staff end in one request with one reference.
 */
export async function handOver(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "limits" | "seal" | "settings">,
): Promise<HandOverOutcome> {
  const findings = lintTicket(input, await ownToken(input.shop, deps));
  if (findings.length > 0) return { outcome: "refused", findings };
  const before = await underWayFor(input, deps.db);
  if (before) return { outcome: "already-handed-over", reference: before.reference };
  // What is taken to impact.com by hand is not sent by us.
  if (isByHand(input, deps)) return write(input, deps);
  const counted = await countSending(input, deps);
  if (counted.outcome === "too-many") return counted;
  let handed: HandOverOutcome | null = null;
  try {
    handed = await write(input, deps);
    return handed;
  } finally {
    if (handed?.outcome !== "handed-over") await giveBack(counted.counted, deps);
  }
}

const isByHand = ({ byHand }: Input, { settings }: Pick<Deps, "settings">): boolean =>
  byHand === true || settings.channel === "assisted";

async function write(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Extract<HandOverOutcome, { reference: string }>> {
  const now = deps.clock.now();
  const wantedOn = input.wantedOn ?? null;
  const body = withReason(withDay(input.body, wantedOn), input.reason);
  const request: ClosingRequestRow = {
    id: randomUUID(),
    shop: input.shop,
    reference: createReference(),
    accounts: [...input.accounts],
    route: input.route,
    state: "ready",
    subject: input.subject,
    body,
    reason: input.reason,
    wantedOn,
    openItems: input.openItems,
    createdAt: now,
    updatedAt: now,
  };
  const opened = await deps.db.transact(async (work) => {
    const isFirst = await work.closingRequests.open(request, {
      trigger: "handed-over",
      fromState: null,
      toState: "ready",
      actor: input.actor,
      evidence: { reference: request.reference },
      at: now,
    });
    if (!isFirst) return false;
    await archiveDraft(input.shop, work, now);
    await announceState(request, "ready", work, now);
    if (isByHand(input, deps)) await planFollowUp(request, "ready", work, deps);
    else await writeTicket(request, input.proof, work, deps.settings);
    return true;
  });
  if (opened) {
    // From here on whatever is done now and comes undone is told.
    await watchShop({ shop: input.shop, begin: true }, deps);
    return { outcome: "handed-over", reference: request.reference };
  }
  const existing = await underWayFor(input, deps.db);
  if (!existing)
    throw new Error(`The open closing request of ${input.shop} vanished while another was written.`);
  return { outcome: "already-handed-over", reference: existing.reference };
}

/** The ticket on its way out and the job that takes it there; none when the merchant hands it over by hand. */
async function writeTicket(
  request: ClosingRequestRow,
  proof: string,
  work: Work,
  { channel, alertAddress }: ServiceSettings,
): Promise<void> {
  if (channel === "assisted") throw new Error("A ticket that the merchant sends has no channel.");
  const shop = await work.shops.find(request.shop);
  const id = randomUUID();
  await work.tickets.add({
    id,
    shop: request.shop,
    requestId: request.id,
    channel,
    key: ticketKey(request.id),
    content: {
      subject: `${request.subject} [${request.reference}]`,
      body: withProof(request.body, proof),
      // Support answers to the merchant; the operator stands in for a store without an address.
      requester: {
        name: shop?.name ?? request.shop,
        email: oneMailbox(shop?.contactEmail ?? "") ?? alertAddress,
      },
    },
    state: "pending",
    attempts: 0,
    lastError: null,
    attemptedAt: null,
    proof: null,
    createdAt: request.createdAt,
    settledAt: null,
  });
  await work.enqueue({ name: "deliver-ticket", data: { shop: request.shop, ticketId: id } });
}

/** impact.com asks for a reason (S0); it goes out in English like the rest, in the merchant's own words. */
function withReason(body: string, reason: string | null): string {
  return reason === null ? body : `${body}\n\n${translatorFor("en").t("ticket.reason", { reason })}`;
}
