import type { Billing, PlanChoice } from "#app/domain/fees/billing.ts";
import { feeForecaster, reckonedFee } from "#app/domain/fees/fee-forecast.ts";
import { type FirstFee, firstFee, firstFeeMonth } from "../fees/first-fee.ts";
import { decidingRule, type FeeRule } from "../fees/monthly-fee.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { type Month, monthOf } from "../month.ts";
import { monthSeries } from "../totals/month-series.ts";
import { breakEvenRevenue } from "./break-even.ts";
import { comparePlans, type PlanComparison, type UsualMonth, usualMonth } from "./compare-plans.ts";
import { type MonthForecast, monthForecaster } from "./month-forecast.ts";
import { type NextCharge, nextCardCharge, projectedDays } from "./next-charge.ts";

/** The fee preview in minor units, before it is put into JSON. */
export type Preview = {
  thisMonth: MonthForecast;
  /** Revenue that has locked by `on` and counts for this month's fee (the first fee: since sign-up, G3). */
  lockedRevenue: number | null;
  rule: FeeRule;
  firstFee: FirstFee;
  nextCardCharge: NextCharge | null;
  breakEvenRevenue: number | null;
  months: MonthForecast[];
  usual: UsualMonth | null;
  plans: PlanComparison[];
  projected: StatementDay[];
};

/** This month and the `months` to come. */
export function preview(billing: Billing, months: number, choice: PlanChoice): Preview {
  const { facts, plan, amounts, on } = billing;
  const projected = projectedDays(billing, months);
  const forecast = feeForecaster(billing);
  const monthAhead = monthForecaster(billing, forecast, projected);
  const current = monthOf(on);
  const usual = usualMonth(billing);
  return {
    thisMonth: monthAhead(current),
    lockedRevenue: lockedRevenue(billing, current),
    rule: decidingRule(plan, amounts, reckonedFee(billing, forecast(current))),
    firstFee: firstFee(facts.signedUpOn),
    nextCardCharge: nextCardCharge(projected),
    breakEvenRevenue: breakEvenRevenue(plan, amounts),
    months: Array.from({ length: months }, (_, index) => monthAhead(current + index + 1)),
    usual,
    plans: comparePlans(billing, usual, choice),
    projected,
  };
}

function lockedRevenue({ totals, facts, on }: Billing, month: Month): number | null {
  if (totals === null) return null;
  const soFar = monthSeries(totals, facts.signedUpOn, on);
  const carried = month === firstFeeMonth(facts.signedUpOn) ? soFar(month - 1).lockedRevenue : 0;
  return soFar(month).lockedRevenue + carried;
}
