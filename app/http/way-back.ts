/** Where somebody who changes an answer came from, and returns to: the hub, or the review with its "Change" links. */
const BACKS = {
  hub: { name: "hub", url: "/app/close", title: "close.title" },
  review: { name: "review", url: "/app/close/review", title: "review.title" },
} as const;

export type WayBack = (typeof BACKS)[keyof typeof BACKS];

/** Anything but the two names leads to the hub; an address is never taken from outside. */
export const wayBack = (name: unknown): WayBack => (name === "review" ? BACKS.review : BACKS.hub);
