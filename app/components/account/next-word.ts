import type { PreviewReport } from "#app/domain/index.ts";
import { isFeeOnly } from "#app/domain/report/fee-only.ts";

/** What the next amount is called. */
export const nextWord = (next: NonNullable<PreviewReport["nextCardCharge"]>) =>
  isFeeOnly(next) ? ("fee" as const) : ("charge" as const);
