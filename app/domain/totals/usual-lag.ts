import type { DailyTotals } from "./daily-totals.ts";

/**
 * Average days from tracking to locking so far, weighted by revenue and rounded; 0 before anything has a lock date.
 * The sum of (lock day − tracking day) needs no single action: it is the lock days' sum less the tracking days' sum.
 */
export function usualLag(totals: DailyTotals): number {
  const first = totals[0]?.day ?? 0;
  let revenue = 0n;
  let days = 0n;
  for (const { day, lockingRevenue, trackedRevenue, openRevenue } of totals) {
    revenue += BigInt(lockingRevenue);
    days += BigInt(day - first) * BigInt(lockingRevenue - trackedRevenue + openRevenue);
  }
  return revenue === 0n ? 0 : Number((2n * days + revenue) / (2n * revenue));
}
