import type { RequestTrigger } from "./transitions.ts";

/**
 * Steps the merchant gets an e-mail about (E4): all that happened without them, and those that end or turn the request,
 * because the person who told us and the one who reads the mail may be two. The receipt (E3) tells of the sending.
 */
export const MAILED_STEPS = [
  "delivery-gave-up",
  "desk-acknowledged",
  "desk-waits",
  "desk-resumed",
  "desk-solved",
  "told-closed",
  "told-rejected",
  "told-withdrawn",
] as const satisfies readonly RequestTrigger[];
export type MailedStep = (typeof MAILED_STEPS)[number];

/** The step as one to write about; null for all others. */
export const mailedStep = (trigger: RequestTrigger): MailedStep | null =>
  MAILED_STEPS.find((each) => each === trigger) ?? null;
