import type { RequestState } from "./states.ts";

/** A request's state as a sentence about the account tells it: by whom it was sent, and how it ended well, make none. */
export const REQUEST_PHASES = [
  "ready",
  "sent",
  "acknowledged",
  "needs",
  "closed",
  "rejected",
  "withdrawn",
] as const;
export type RequestPhase = (typeof REQUEST_PHASES)[number];

const PHASE_OF: Record<RequestState, RequestPhase> = {
  draft: "ready",
  ready: "ready",
  sent: "sent",
  "handed-over": "sent",
  acknowledged: "acknowledged",
  "needs-something": "needs",
  closed: "closed",
  "refund-received": "closed",
  rejected: "rejected",
  withdrawn: "withdrawn",
};

/** Where a request stands, for a sentence. */
export const phaseOf = (state: RequestState): RequestPhase => PHASE_OF[state];

/** Impact.com has the request, or will get it: a second one would only confuse. */
export const asksForNone = (phase: RequestPhase): boolean =>
  phase !== "rejected" && phase !== "withdrawn" && phase !== "closed";
