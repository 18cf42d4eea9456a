import type { DailyTotals } from "#app/domain/account/daily-totals.ts";
import type { Day } from "../day.ts";
import { firstDayOf, type Month, monthOf } from "../month.ts";

/** Sums of one calendar month in minor units. */
export type MonthTotals = {
  lockedRevenue: number;
  lockedPayout: number;
  tracked: number;
};

const NOTHING: MonthTotals = { lockedRevenue: 0, lockedPayout: 0, tracked: 0 };

/** Daily totals, which are sorted by day, summed by month: the days from `from` to `until` inclusive. */
export function monthSeries(totals: DailyTotals, from: Day, until: Day): (month: Month) => MonthTotals {
  const months = new Map<Month, MonthTotals>();
  let sums = { ...NOTHING };
  let nextMonthOn = 0;
  for (const row of totals) {
    if (row.day < from || row.day > until) continue;
    if (row.day >= nextMonthOn) {
      const month = monthOf(row.day);
      nextMonthOn = firstDayOf(month + 1);
      sums = { ...NOTHING };
      months.set(month, sums);
    }
    sums.lockedRevenue += row.lockingRevenue;
    sums.lockedPayout += row.locking;
    sums.tracked += row.tracked;
  }
  return (month) => months.get(month) ?? NOTHING;
}
