/**
 * Every step between a webhook at the door and its mail marked as sent at which a process may die, or its database, in
 * their order. "before" a row is in its transaction with everything written, "after" it is after the commit.
 */
export const EXIT_STEPS = [
  "before-store",
  "after-store",
  "before-uninstall",
  "after-uninstall",
  "before-send",
  "after-send",
  "before-mark",
  "after-mark",
  "any-time",
] as const;
export type ExitStep = (typeof EXIT_STEPS)[number];

/**
 * What the parent tells the child: where to die next, or to wait there until the next order, with the delay for the
 * step without an edge.
 */
export type Order = { step: ExitStep | null; delayMs: number; act: "die" | "wait" };
