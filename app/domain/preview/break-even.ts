import { proportion } from "../money/share.ts";
import type { Plan } from "../plans/plan.ts";
import type { PlanAmounts } from "../plans/plan-amounts.ts";

/**
 * Monthly revenue above which the percentage exceeds the minimum fee, in minor units: 30 ÷ 2.5 % = 1,200 (S3).
 * Null for plans whose fee does not depend on revenue.
 */
export function breakEvenRevenue(plan: Plan, amounts: PlanAmounts): number | null {
  if (plan.fee.of !== "revenue") return null;
  return proportion(amounts.minimumFee, 1_000_000, plan.fee.ratePpm);
}
