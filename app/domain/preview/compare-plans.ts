import type { Billing, PlanChoice } from "#app/domain/fees/billing.ts";
import { changed } from "#app/domain/fees/estimate.ts";
import { HISTORY_MONTHS, historyMonths } from "#app/domain/fees/pace.ts";
import { EDITIONS } from "../account/account.ts";
import { LAST_DAY } from "../day.ts";
import { monthlyFee } from "../fees/monthly-fee.ts";
import { proportion } from "../money/share.ts";
import { monthOf } from "../month.ts";
import type { Plan } from "../plans/plan.ts";
import { type PlanAmounts, planAmounts } from "../plans/plan-amounts.ts";
import { planFor } from "../plans/versions.ts";
import { monthSeries } from "../totals/month-series.ts";

/** A usual month of this merchant in minor units, and where it comes from. */
export type UsualMonth = { revenue: number; payout: number; from: "history" | "this-month" };

/** What each edition would charge for that month; null = not known. */
export type PlanComparison = { plan: Plan; amounts: PlanAmounts; current: boolean; fee: number | null };

/** The average of the last three full months, or what is known to lock this month; null without actions. */
export function usualMonth(billing: Billing): UsualMonth | null {
  if (billing.totals === null) return null;
  const series = monthSeries(billing.totals, billing.facts.signedUpOn, LAST_DAY);
  const enough = historyMonths(billing).length >= HISTORY_MONTHS;
  const months = enough ? historyMonths(billing).slice(-HISTORY_MONTHS) : [monthOf(billing.on)];
  const sum = (pick: "lockedRevenue" | "lockedPayout") =>
    changed(
      billing,
      proportion(
        months.reduce((total, month) => total + series(month)[pick], 0),
        1,
        months.length,
      ),
    );
  return {
    revenue: sum("lockedRevenue"),
    payout: sum("lockedPayout"),
    from: enough ? "history" : "this-month",
  };
}

/** The fee of a usual month under every edition (S3, H3, H4); ignores what else the editions offer. */
export function comparePlans(
  billing: Billing,
  usual: UsualMonth | null,
  choice: PlanChoice,
): PlanComparison[] {
  const { facts } = billing;
  return EDITIONS.map((edition) => {
    const current = edition === facts.edition;
    const plan = current ? billing.plan : planFor(edition);
    // The merchant's own minimum is that of the current edition only.
    const amounts = current
      ? billing.amounts
      : planAmounts(plan, { ...facts, minimumFee: null }, choice.rates);
    const base = usual && (plan.fee.of === "revenue" ? usual.revenue : usual.payout);
    return {
      plan,
      amounts,
      current,
      fee: base === null ? null : monthlyFee(plan, amounts, base, facts.currency),
    };
  });
}
