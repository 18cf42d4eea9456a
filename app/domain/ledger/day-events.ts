import type { DailyTotals, DayTotals } from "../account/daily-totals.ts";
import { emptyDay } from "../account/daily-totals.ts";
import type { Day } from "../day.ts";
import type { FeeEvent } from "./fee-events.ts";

/** What one day brings, before any balance is looked at. */
export type DayEvents = { totals: DayTotals; feeCharged: number; feeSettled: number };

/** Walks rows and fees in step with the days; must be asked for days in order. */
export function dayEvents(
  totals: DailyTotals,
  fees: readonly FeeEvent[],
  from: Day,
): (day: Day) => DayEvents {
  let row = totals.findIndex((entry) => entry.day >= from);
  if (row < 0) row = totals.length;
  let fee = fees.findIndex((entry) => entry.settledOn >= from);
  if (fee < 0) fee = fees.length;
  return (day) => {
    const entry = totals[row];
    const current = fees[fee];
    if (entry?.day === day) row += 1;
    if (current?.settledOn === day) fee += 1;
    return {
      totals: entry?.day === day ? entry : emptyDay(day),
      feeCharged: current?.chargedOn === day ? current.amount : 0,
      feeSettled: current?.settledOn === day ? current.amount : 0,
    };
  };
}
