/** Where somebody who changes an answer came from, and returns to: the hub, the review with its "Change" links, or Home. */
const BACKS = {
  hub: { name: "hub", url: "/app/close", title: "close.title" },
  home: { name: "home", url: "/app", title: "home.title" },
  review: { name: "review", url: "/app/close/review", title: "review.title" },
} as const;

export type WayBack = (typeof BACKS)[keyof typeof BACKS];

/** Anything but a known name leads to the hub; an address is never taken from outside. */
export const wayBack = (name: unknown): WayBack =>
  name === "review" || name === "home" ? BACKS[name] : BACKS.hub;
