import type { Day } from "../day.ts";
import { type Month, monthOf } from "../month.ts";
import type { DailyTotals } from "./daily-totals.ts";

/** Sums of one calendar month in minor units. */
export type MonthTotals = {
  lockedRevenue: number;
  lockedPayout: number;
  tracked: number;
  trackedRevenue: number;
};

const NOTHING: MonthTotals = { lockedRevenue: 0, lockedPayout: 0, tracked: 0, trackedRevenue: 0 };

/** Daily totals by month, of the days from `from` to `until` inclusive. */
export function monthSeries(totals: DailyTotals, from: Day, until: Day): (month: Month) => MonthTotals {
  const months = new Map<Month, MonthTotals>();
  for (const row of totals) {
    if (row.day < from || row.day > until) continue;
    const month = monthOf(row.day);
    const sums = months.get(month) ?? { ...NOTHING };
    sums.lockedRevenue += row.lockingRevenue;
    sums.lockedPayout += row.locking;
    sums.tracked += row.tracked;
    sums.trackedRevenue += row.trackedRevenue;
    months.set(month, sums);
  }
  return (month) => months.get(month) ?? NOTHING;
}
