import { isEnded, type RequestState } from "./states.ts";

/**
 * How sure a row of the history is: read by this app, shown by a document, or the merchant's word (F7). A `sign` was
 * read by this app, but does not prove what it points to: a refused key is no closed account (G29).
 */
export type EvidenceLevel = "checked" | "proof" | "told" | "sign";

/** What backs a move: named texts such as a ticket number or the words of a confirmation; blank texts count for none. */
export type Evidence = Record<string, string>;

type TransitionRule = {
  /** `null` is the moment before the request exists. */
  from: readonly (RequestState | null)[];
  /** "same" keeps the state and only adds to the history. */
  to: RequestState | "same";
  by: "merchant" | "settled";
  /** At least one of these must be named; an empty list asks for none. */
  needs: readonly string[];
};

/** impact.com has the request and has not ended it. */
export const WITH_IMPACT = ["sent", "handed-over", "acknowledged", "needs-something"] as const;
/** impact.com has closed the account. */
export const ANSWERED = ["closed", "refund-received"] as const;
export const isClosed = (state: RequestState): boolean => ANSWERED.some((each) => each === state);
/** Nothing has ended the wish yet: neither impact.com nor the merchant. One such request an account (D21). */
export const isUnderWay = (state: RequestState): boolean => !isEnded(state) && !isClosed(state);

/**
 * The one table of moves. "Closed" and "Refund received" need evidence whatever leads there; a ticket that the help
 * desk calls solved is no such evidence (G19), so no trigger of this app's own ends in either.
 */
export const TRANSITIONS = {
  drafted: { from: [null, "draft"], to: "draft", by: "merchant", needs: [] },
  "handed-over": { from: [null, "draft"], to: "ready", by: "merchant", needs: ["reference"] },
  "channel-accepted": { from: ["ready"], to: "sent", by: "settled", needs: ["messageId", "ticketNumber"] },
  "delivery-gave-up": { from: ["ready"], to: "same", by: "settled", needs: ["problem"] },
  "told-handed-over": {
    from: ["ready"],
    to: "handed-over",
    by: "merchant",
    needs: ["ticketNumber", "proof"],
  },
  "told-ticket-number": { from: WITH_IMPACT, to: "acknowledged", by: "merchant", needs: ["ticketNumber"] },
  "told-reply": { from: WITH_IMPACT, to: "acknowledged", by: "merchant", needs: ["proof"] },
  "desk-acknowledged": {
    from: ["sent", "handed-over"],
    to: "acknowledged",
    by: "settled",
    needs: ["ticketNumber"],
  },
  "desk-waits": {
    from: ["sent", "handed-over", "acknowledged"],
    to: "needs-something",
    by: "settled",
    needs: ["ticketNumber"],
  },
  /** Only after `desk-waits`: what the merchant said impact.com needs, the help desk's "open" does not take back. */
  "desk-resumed": {
    from: ["needs-something"],
    to: "acknowledged",
    by: "settled",
    needs: ["ticketNumber"],
  },
  "desk-solved": { from: WITH_IMPACT, to: "same", by: "settled", needs: ["ticketNumber"] },
  "told-needs": { from: WITH_IMPACT, to: "needs-something", by: "merchant", needs: ["proof"] },
  "told-answered": { from: ["needs-something"], to: "acknowledged", by: "merchant", needs: ["statement"] },
  "told-follow-up": { from: WITH_IMPACT, to: "same", by: "merchant", needs: ["statement"] },
  "told-closed": { from: WITH_IMPACT, to: "closed", by: "merchant", needs: ["proof", "statement"] },
  "told-refunded": { from: ["closed"], to: "refund-received", by: "merchant", needs: ["proof", "statement"] },
  "told-no-charge": { from: ANSWERED, to: "same", by: "merchant", needs: ["statement"] },
  /** Another charge takes back no closing: it has a line of its own until it is settled. */
  "told-charged": { from: ANSWERED, to: "same", by: "merchant", needs: ["statement", "proof"] },
  "told-charge-settled": { from: ANSWERED, to: "same", by: "merchant", needs: ["statement", "proof"] },
  /** A closing that was noted wrongly, taken back with its trace; impact.com still has the request. */
  "told-not-closed": { from: ANSWERED, to: "acknowledged", by: "merchant", needs: ["statement", "proof"] },
  "probe-refused": { from: ANSWERED, to: "same", by: "settled", needs: ["sign"] },
  "probe-answers": { from: ANSWERED, to: "same", by: "settled", needs: ["sign"] },
  "told-rejected": { from: WITH_IMPACT, to: "rejected", by: "merchant", needs: ["proof", "statement"] },
  "withdrawn-unsent": { from: ["draft", "ready"], to: "withdrawn", by: "merchant", needs: [] },
  "told-withdrawn": { from: WITH_IMPACT, to: "withdrawn", by: "merchant", needs: ["statement"] },
} as const satisfies Record<string, TransitionRule>;

export type RequestTrigger = keyof typeof TRANSITIONS;
export const REQUEST_TRIGGERS = Object.keys(TRANSITIONS) as RequestTrigger[];

export type Transition =
  | { outcome: "moves"; to: RequestState }
  /** The request is not in a state from which this can happen. */
  | { outcome: "not-from-here" }
  | { outcome: "evidence-missing"; needs: readonly string[] };

/** Where a trigger leads from a state, given the evidence for it. */
export function transition(
  from: RequestState | null,
  trigger: RequestTrigger,
  evidence: Evidence,
): Transition {
  const rule: TransitionRule = TRANSITIONS[trigger];
  if (!rule.from.includes(from)) return { outcome: "not-from-here" };
  const { needs } = rule;
  if (needs.length > 0 && !needs.some((name) => (evidence[name] ?? "").trim() !== ""))
    return { outcome: "evidence-missing", needs };
  const to = rule.to === "same" ? from : rule.to;
  return to === null ? { outcome: "not-from-here" } : { outcome: "moves", to };
}

/** Throws when a row of the history says something the table does not: stores call it before they write. */
export function assertTransition(row: {
  fromState: RequestState | null;
  trigger: RequestTrigger;
  toState: RequestState;
  evidence: Evidence;
}): void {
  const moved = transition(row.fromState, row.trigger, row.evidence);
  if (moved.outcome === "moves" && moved.to === row.toState) return;
  throw new Error(`No move "${row.trigger}" from "${row.fromState}" to "${row.toState}" with this evidence.`);
}

/** The merchant's moves from a state, in the order of the table. */
export const merchantMoves = (from: RequestState): RequestTrigger[] =>
  REQUEST_TRIGGERS.filter((trigger) => {
    const rule: TransitionRule = TRANSITIONS[trigger];
    return rule.by === "merchant" && rule.from.includes(from);
  });

/** A row this app wrote is checked, or a sign; the merchant's row with impact.com's own words is proof; any other is their word. */
export function evidenceLevel(trigger: RequestTrigger, evidence: Evidence): EvidenceLevel {
  const rule: TransitionRule = TRANSITIONS[trigger];
  if (rule.by === "settled") return rule.needs.includes("sign") ? "sign" : "checked";
  return (evidence.proof ?? "").trim() === "" ? "told" : "proof";
}
