import type { DailyTotals } from "#app/domain/account/daily-totals.ts";

/**
 * Average days from tracking to locking so far, weighted by commission and rounded; 0 before anything has a lock date.
 * The sum of (lock day − tracking day) needs no single action: it is the lock days' sum less the tracking days' sum.
 * A number of days and not money, so plain division is exact enough.
 */
export function usualLag(totals: DailyTotals): number {
  const first = totals[0]?.day ?? 0;
  let locking = 0;
  let days = 0;
  for (const row of totals) {
    locking += row.locking;
    days += (row.day - first) * (row.locking - (row.tracked - row.undone - row.open));
  }
  return locking === 0 ? 0 : Math.round(days / locking);
}
