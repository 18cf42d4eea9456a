/** Where somebody who changes an answer came from, and returns to: the hub, the review with its "Change" links, or Home. */
const BACKS = {
  hub: { name: "hub", url: "/app/close", title: "close.title" },
  home: { name: "home", url: "/app", title: "home.title" },
  review: { name: "review", url: "/app/close/review", title: "review.title" },
} as const;

export type ReturnTo = (typeof BACKS)[keyof typeof BACKS];

/** Anything but a known name leads to where the page belongs; an address is never taken from outside. */
export const returnTo = (name: unknown, usual: "home" | "hub" = "hub"): ReturnTo =>
  name === "review" || name === "home" || name === "hub" ? BACKS[name] : BACKS[usual];

/** The same place with the way back to the review, for pages between the two. */
export const withReturn = (url: string, back: ReturnTo): string =>
  back.name === "review" ? `${url}?back=review` : url;
