import type { RequestState } from "./states.ts";

/** A request's state as a sentence about the account tells it: by whom it was sent, and how it ended well, make none. */
export const STANDINGS = [
  "ready",
  "sent",
  "acknowledged",
  "needs",
  "closed",
  "rejected",
  "withdrawn",
] as const;
export type RequestStanding = (typeof STANDINGS)[number];

const STANDING_OF: Record<RequestState, RequestStanding> = {
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
export const standingOf = (state: RequestState): RequestStanding => STANDING_OF[state];

/** Impact.com has the request, or will get it: a second one would only confuse. */
export const asksForNone = (standing: RequestStanding): boolean =>
  standing !== "rejected" && standing !== "withdrawn" && standing !== "closed";
