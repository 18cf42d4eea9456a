/** Every step between a webhook at the door and its mail marked as sent at which a process may die, in their order. */
export const EXIT_STEPS = [
  "before-store",
  "after-store",
  "before-uninstall",
  "after-uninstall",
  "before-send",
  "after-send",
  "after-mark",
  "any-time",
] as const;
export type ExitStep = (typeof EXIT_STEPS)[number];

/** What the parent tells the child: where to die next, with the delay for the step without an edge. */
export type Order = { step: ExitStep | null; delayMs: number };
