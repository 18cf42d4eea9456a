import type { Currency } from "../money/currency.ts";
import { shareOf } from "../money/share.ts";
import type { Plan } from "../plans/plan.ts";
import type { PlanAmounts } from "../plans/plan-amounts.ts";

/** Which part of the formula decided a fee; "none" when no fee is charged. */
export type FeeRule = "minimum" | "percentage" | "flat" | "flat-plus-excess" | "none";

/**
 * The fee of one month in minor units (S3, H3, H4), before tax.
 * `base` is the month's locked revenue (Starter) or locked commissions (Starter Agency, Essentials).
 */
export function monthlyFee(plan: Plan, amounts: PlanAmounts, base: number, currency: Currency): number {
  if (plan.fee.kind === "greater-of")
    return Math.max(amounts.minimumFee, shareOf(base, plan.fee.ratePpm, currency));
  return amounts.minimumFee + shareOf(Math.max(0, base - amounts.included), plan.fee.ratePpm, currency);
}

/** Which part of the formula a fee comes from. */
export function decidingRule(plan: Plan, amounts: PlanAmounts, fee: number): FeeRule {
  if (fee === 0) return "none";
  const aboveLeast = fee > amounts.minimumFee;
  if (plan.fee.kind === "greater-of") return aboveLeast ? "percentage" : "minimum";
  return aboveLeast ? "flat-plus-excess" : "flat";
}
