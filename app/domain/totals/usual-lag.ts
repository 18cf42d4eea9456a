import type { DailyTotals } from "./daily-totals.ts";

/**
 * Average days from tracking to locking so far, weighted by revenue and rounded; 0 before anything has a lock date.
 * The sum of (lock day − tracking day) needs no single action: it is the lock days' sum less the tracking days' sum.
 * A number of days and not money, so plain division is exact enough.
 */
export function usualLag(totals: DailyTotals): number {
  const first = totals[0]?.day ?? 0;
  let revenue = 0;
  let days = 0;
  for (const { day, lockingRevenue, trackedRevenue, openRevenue } of totals) {
    revenue += lockingRevenue;
    days += (day - first) * (lockingRevenue - trackedRevenue + openRevenue);
  }
  return revenue === 0 ? 0 : Math.round(days / revenue);
}
