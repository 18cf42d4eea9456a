/** impact.com's own answers (S0, S1, S2), in the order in which people ask. */
export const QUESTIONS = [
  "contracts",
  "links",
  "data",
  "refund",
  "fees",
  "several",
  "user",
  "uninstall",
] as const;

/** How to come back (S0, G30). */
export const WAYS_BACK = [
  "questions.back.subscription",
  "questions.back.list",
  "questions.back.closed",
] as const;
