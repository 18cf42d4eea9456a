import { z } from "zod";

/**
 * How the mail server misbehaves: refuse every mail for now, never answer, or refuse for good for its sender, its
 * recipient, a full mailbox or its content.
 */
export const faultMode = z.enum([
  "none",
  "reject",
  "timeout",
  ...(["no-sender", "no-mailbox", "mailbox-full", "no-content"] as const),
]);
export type FaultMode = z.infer<typeof faultMode>;

export interface Faults {
  mode: FaultMode;
}
