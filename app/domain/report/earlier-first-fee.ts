import type { PreviewReport } from "./preview-json.ts";

/**
 * The two days on which the first fee may be charged, while the earlier one lies ahead: after a sign-up on the 1st the
 * help page fits both (G4), and the merchant is told of both. Null where there is one day, or it has gone by.
 */
export function earlierFirstFee({
  firstFee,
  asOf,
}: Pick<PreviewReport, "firstFee" | "asOf">): PreviewReport["firstFee"] | null {
  // ISO dates sort as text.
  return firstFee.earliest < firstFee.expected && firstFee.earliest > asOf ? firstFee : null;
}
