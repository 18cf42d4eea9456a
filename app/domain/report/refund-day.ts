import type { ClosureReport } from "./closure-json.ts";

/**
 * The day of a refund; null where the balance is known to leave nothing on the earliest day and no rule gives charges back
 * (S0's A), or where no day is stated.
 */
export function refundDay({
  refund,
  costToClose,
}: Pick<ClosureReport, "refund" | "costToClose">): string | null {
  const rest = costToClose.days.find(({ possible }) => possible)?.expectedRefund ?? null;
  const isNothing = rest !== null && !/[1-9]/.test(rest);
  return isNothing && refund.scenario !== "A" ? null : refund.refundBy;
}
