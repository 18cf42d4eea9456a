/** Where a closing request can stand (experience.md 2.7). */
export const REQUEST_STATES = [
  "draft",
  "ready",
  "sent",
  "handed-over",
  "acknowledged",
  "needs-something",
  "closed",
  "refund-received",
  "rejected",
  "withdrawn",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** In these states the wish is over: the shop may start another request. */
const ENDED: readonly RequestState[] = ["rejected", "withdrawn"];
export const isEnded = (state: RequestState): boolean => ENDED.includes(state);
