import {
  type Evidence,
  lintTicket,
  merchantMoves,
  type RequestTrigger,
  type TicketFinding,
  transition,
} from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRequestRow, Work } from "#app/ports/index.ts";
import { ownToken } from "#app/services/closing/own-token.server.ts";
import type { Deps } from "../deps.ts";
import { moveRequest } from "./move-request.server.ts";

export const STATED_MOVES = [
  "told-handed-over",
  "told-ticket-number",
  "told-reply",
  "told-needs",
  "told-answered",
  "told-follow-up",
  "told-closed",
  "told-refunded",
  "told-no-charge",
  "told-charged",
  "told-charge-settled",
  "told-not-closed",
  "told-rejected",
  "withdrawn-unsent",
  "told-withdrawn",
] as const satisfies RequestTrigger[];
export type StatedMove = (typeof STATED_MOVES)[number];

/** For these the choice itself is the merchant's word; for the others they name something. */
const CHOICE_IS_ENOUGH: readonly StatedMove[] = [
  "told-answered",
  "told-follow-up",
  "told-refunded",
  "told-no-charge",
  "told-charged",
  "told-charge-settled",
  "told-not-closed",
  "told-withdrawn",
];

const FORM_FIELDS = ["ticketNumber", "proof", "statement"] as const;

export type MoveInput = {
  shop: string;
  reference: string;
  actor: string;
  trigger: StatedMove;
  /** What the merchant typed; blank texts are left out. */
  evidence: Evidence;
  /** How long the history was when the form was shown: the same form sent twice is then one row. */
  seen?: number;
};

export type MoveOutcome =
  | { outcome: "recorded" }
  | { outcome: "unknown-request" }
  /** The request has moved on meanwhile; the page shows where it stands. */
  | { outcome: "not-from-here" }
  /** The ticket is under way: whether it can still be held back is not known yet. */
  | { outcome: "being-sent" }
  | { outcome: "evidence-missing"; needs: readonly string[] }
  | { outcome: "refused"; findings: TicketFinding[] };

/** Writes down what the merchant says happened, with their evidence; the table decides whether it can have happened. */
export async function saveMove(
  input: MoveInput,
  deps: Pick<Deps, "db" | "clock" | "settings" | "seal">,
): Promise<MoveOutcome> {
  const typed = { subject: "-", body: "-", reason: Object.values(input.evidence).join("\n\n") };
  const findings = lintTicket(typed, await ownToken(input.shop, deps));
  if (findings.length > 0) return { outcome: "refused", findings };
  return deps.db.transact(async (work) => {
    const request = await work.closingRequests.findByReference(input.shop, input.reference);
    if (!request) return { outcome: "unknown-request" };
    const evidence = await evidenceOf(input, work);
    if (await isRepeat(input, evidence, request, work)) return { outcome: "recorded" };
    const moved = transition(request.state, input.trigger, evidence);
    if (moved.outcome !== "moves") return moved;
    if (request.state === "ready" && !(await holdTicketBack(request, deps, work)))
      return { outcome: "being-sent" };
    const step = { trigger: input.trigger, toState: moved.to, actor: input.actor, evidence };
    const isFirst = await moveRequest(request, step, work, deps);
    return { outcome: isFirst ? "recorded" : "not-from-here" };
  });
}

/** These are about money that impact.com took. */
const ABOUT_BILLING: readonly StatedMove[] = [
  "told-refunded",
  "told-no-charge",
  "told-charged",
  "told-charge-settled",
];

/** The merchant's choices from a state, without those another page makes. */
export const statedMoves = (state: ClosingRequestRow["state"], isBilled: boolean): StatedMove[] => {
  const possible = merchantMoves(state);
  return STATED_MOVES.filter(
    (trigger) => possible.includes(trigger) && (isBilled || !ABOUT_BILLING.includes(trigger)),
  );
};

async function evidenceOf({ shop, trigger, evidence }: MoveInput, work: Work): Promise<Evidence> {
  const given = Object.fromEntries(Object.entries(evidence).filter(([, text]) => text.trim() !== ""));
  if (!CHOICE_IS_ENOUGH.includes(trigger) || given.statement || given.proof) return given;
  const locale = nearestLocale((await work.shops.find(shop))?.locale);
  return { ...given, statement: translatorFor(locale).t(`move.${trigger}`) };
}

/** Whether this very form was written down before, by a second press of its button. */
async function isRepeat(
  { seen, trigger, actor }: MoveInput,
  evidence: Evidence,
  { shop, id }: ClosingRequestRow,
  work: Work,
): Promise<boolean> {
  const after = seen === undefined ? undefined : (await work.closingRequests.events(shop, id))[seen];
  const same = (a: Evidence, b: Evidence) => FORM_FIELDS.every((field) => a[field] === b[field]);
  return after?.trigger === trigger && after.actor === actor && same(after.evidence, evidence);
}

/** True when no ticket of this request will go out any more. */
async function holdTicketBack(
  request: ClosingRequestRow,
  deps: Pick<Deps, "clock">,
  work: Work,
): Promise<boolean> {
  const ticket = await work.tickets.findByRequest(request.shop, request.id);
  if (!ticket || ticket.settledAt) return true;
  if (ticket.state !== "pending") return false;
  return work.tickets.change(ticket, { state: "withdrawn", settledAt: deps.clock.now() });
}
