import type { PlanUsed } from "./plan-used.ts";

/** The least a month costs; an estimate where the minimum is only converted (G2). */
export type LeastFee = { amount: string; currency: string; isEstimate: boolean };

/** The minimum fee of the plan a report was made with. */
export const leastFee = ({ plan, currency }: { plan: PlanUsed; currency: string }): LeastFee => ({
  amount: plan.minimumFee,
  currency,
  isEstimate: plan.minimumFeeFrom === "estimate",
});
