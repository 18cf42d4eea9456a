import { proportion } from "../money/share.ts";
import { firstDayOf, type Month, monthOf } from "../month.ts";
import type { MonthTotals } from "../totals/month-series.ts";
import type { Billing } from "./billing.ts";
import { firstFeeMonth } from "./first-fee.ts";

/** An amount earned or spent over a number of days, or in each calendar month. */
export type Pace = { amount: number; days: number | "month" };

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

type Series = (month: Month) => MonthTotals;
type Pick = (sums: MonthTotals) => number;

/**
 * How fast new actions bring what `pick` names: as in the months behind, or as the merchant tries out. Null with less
 * than three full months of history: no range is better than an invented one.
 */
export function pacesOf(billing: Billing, series: Series, pick: Pick): Paces | null {
  const { revenueAMonth } = billing.whatIf;
  return revenueAMonth === undefined
    ? historyPaces(billing, series, pick)
    : triedPaces(billing, series, pick, revenueAMonth);
}

const ONLY_REVENUE: MonthTotals = { lockedRevenue: 1, lockedPayout: 0, tracked: 0 };

/** A month's revenue that is tried out, and commissions in the share they had of revenue so far. */
function triedPaces(billing: Billing, series: Series, pick: Pick, revenue: number): Paces | null {
  const all = (of: Pick) => historyMonths(billing).reduce((sum, month) => sum + of(series(month)), 0);
  const known = all((sums) => sums.lockedRevenue);
  const isRevenue = pick(ONLY_REVENUE) === 1;
  if (!isRevenue && known === 0) return null;
  const amount = isRevenue ? revenue : proportion(revenue, all(pick), known);
  const pace: Pace = { amount, days: "month" };
  return { low: pace, likely: pace, high: pace };
}

function historyPaces(billing: Billing, series: Series, pick: Pick): Paces | null {
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

type DayPace = { amount: number; days: number };

function addPace(a: DayPace, b: DayPace): DayPace {
  return { amount: a.amount + b.amount, days: a.days + b.days };
}

export function lengthOf(month: Month): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}
