import type { Billing, PlanChoice } from "#app/domain/fees/billing.ts";
import { feeForecaster, reckonedFee } from "#app/domain/fees/fee-forecast.ts";
import { type FirstFee, firstFee, firstFeeMonth } from "../fees/first-fee.ts";
import { decidingRule, type FeeRule } from "../fees/monthly-fee.ts";
import type { FeeEvent } from "../ledger/fee-events.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { type Month, monthOf } from "../month.ts";
import { monthSeries } from "../totals/month-series.ts";
import { breakEvenRevenue } from "./break-even.ts";
import { type BuildUp, buildUp } from "./build-up.ts";
import { comparePlans, type PlanComparison, type UsualMonth, usualMonth } from "./compare-plans.ts";
import { type EditionLine, editionLines } from "./edition-lines.ts";
import { type MonthForecast, monthForecaster } from "./month-forecast.ts";
import { type NextCharge, nextCardCharge, projectedDays } from "./next-charge.ts";
import { pastFees } from "./past-fees.ts";
import { YEAR_MONTHS, type Year, yearOf } from "./year.ts";

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
  /** This month and the eleven after it as one sum; null where fewer are asked for. */
  year: { months: MonthForecast[]; sum: Year } | null;
  past: FeeEvent[];
  buildUp: BuildUp | null;
  editionLines: EditionLine[] | null;
};

/** This month and the `months` to come. */
export function preview(billing: Billing, months: number, choice: PlanChoice): Preview {
  const { facts, plan, amounts, on } = billing;
  const projected = projectedDays(billing, months);
  const forecast = feeForecaster(billing);
  const monthAhead = monthForecaster(billing, forecast, projected);
  const current = monthOf(on);
  const usual = usualMonth(billing);
  const thisMonth = monthAhead(current);
  const ahead = Array.from({ length: months }, (_, index) => monthAhead(current + index + 1));
  const year = [thisMonth, ...ahead].slice(0, YEAR_MONTHS);
  const plans = comparePlans(billing, usual, choice);
  return {
    thisMonth,
    lockedRevenue: lockedRevenue(billing, current),
    rule: decidingRule(plan, amounts, reckonedFee(billing, forecast(current))),
    firstFee: firstFee(facts.signedUpOn),
    nextCardCharge: nextCardCharge(projected),
    breakEvenRevenue: breakEvenRevenue(plan, amounts),
    months: ahead,
    usual,
    plans,
    projected,
    year: year.length === YEAR_MONTHS ? { months: year, sum: yearOf(year) } : null,
    past: pastFees(billing),
    buildUp: buildUp(billing, thisMonth.chargedOn !== null),
    editionLines: editionLines(billing, usual, plans),
  };
}

function lockedRevenue({ totals, facts, on }: Billing, month: Month): number | null {
  if (totals === null) return null;
  const soFar = monthSeries(totals, facts.signedUpOn, on);
  const carried = month === firstFeeMonth(facts.signedUpOn) ? soFar(month - 1).lockedRevenue : 0;
  return soFar(month).lockedRevenue + carried;
}
