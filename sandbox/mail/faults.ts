import { z } from "zod";

/** How the mail server misbehaves: refuse every mail, never answer, or work. */
export const faultMode = z.enum(["none", "reject", "timeout"]);
export type FaultMode = z.infer<typeof faultMode>;

export interface Faults {
  mode: FaultMode;
}
