import { firstDayOf, type Month, monthOf } from "../month.ts";
import type { MonthTotals } from "../totals/month-series.ts";
import type { Billing } from "./billing.ts";
import { firstFeeMonth } from "./first-fee.ts";

/** An amount earned or spent over a number of days. */
export type Pace = { amount: number; days: number };

/** How fast something grew in the months behind: slowest, average of the last three, busiest. */
export type Paces = { low: Pace; likely: Pace; high: Pace };

/** Fewer full months than this say nothing about a usual month. */
export const HISTORY_MONTHS = 3;
const LONGEST_HISTORY = 12;

/** The full calendar months since sign-up that lie before `on`, newest last, at most twelve. */
export function historyMonths(billing: Billing): Month[] {
  const first = firstFeeMonth(billing.facts.signedUpOn);
  const count = Math.max(0, monthOf(billing.on) - first);
  const months = Array.from({ length: count }, (_, index) => first + index);
  return months.slice(-LONGEST_HISTORY);
}

/** Null with less than three full months of history: no range is better than an invented one. */
export function pacesOf(
  billing: Billing,
  series: (month: Month) => MonthTotals,
  pick: (sums: MonthTotals) => number,
): Paces | null {
  const months = historyMonths(billing).map((month) => ({
    amount: pick(series(month)),
    days: lengthOf(month),
  }));
  if (months.length < HISTORY_MONTHS) return null;
  const bySpeed = [...months].sort((a, b) => a.amount * b.days - b.amount * a.days);
  const [low] = bySpeed;
  const high = bySpeed.at(-1);
  if (!low || !high) return null;
  return { low, likely: months.slice(-HISTORY_MONTHS).reduce(addPace), high };
}

function addPace(a: Pace, b: Pace): Pace {
  return { amount: a.amount + b.amount, days: a.days + b.days };
}

function lengthOf(month: Month): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}
