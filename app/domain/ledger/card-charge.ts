import type { Plan } from "../plans/plan.ts";
import type { PlanAmounts } from "../plans/plan-amounts.ts";

/**
 * What the card is charged on a day, in minor units: owed plus the plan's buffer, less the opening balance.
 * Starter charges once the total owed reaches the minimum charge (S3); the others once the charge itself does (H3, H4).
 */
export function cardCharge(
  plan: Plan,
  amounts: PlanAmounts,
  owed: number,
  costsExist: boolean,
  balance: number,
): number {
  const missing = owed + (costsExist ? amounts.buffer : 0) - balance;
  if (missing <= 0) return 0;
  const tested = plan.minimumChargeTest === "total-owed" ? owed : missing;
  return tested >= amounts.minimumCharge ? missing : 0;
}
