import type { PlanUsed } from "./plan-used.ts";
import type { PreviewReport } from "./preview-json.ts";

/** The least a month costs; an estimate where the minimum is only converted (G2). */
export type LeastFee = { amount: string; currency: string; isEstimate: boolean };

/**
 * Whether the next charge is only the least it can be: actions were not read, or some of them could not be. What is
 * certain is reckoned then, and it can only be more.
 */
export const isLeast = ({ thisMonth, unread }: Pick<PreviewReport, "thisMonth" | "unread">): boolean =>
  thisMonth.lockedRevenue === null || unread.length > 0;

/** The minimum fee of the plan a report was made with. */
export const leastFee = ({ plan, currency }: { plan: PlanUsed; currency: string }): LeastFee => ({
  amount: plan.minimumFee,
  currency,
  isEstimate: plan.minimumFeeFrom === "estimate",
});
