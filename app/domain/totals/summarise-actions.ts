import type { Action } from "../account/account.ts";
import { type Day, FIRST_DAY, LAST_DAY } from "../day.ts";
import { isReversedBy, lockDay } from "./action-dates.ts";
import { type DailyTotals, type DayTotals, emptyDay } from "./daily-totals.ts";

/**
 * Adds actions up by day, in one pass. With `asOf`, only what was known on that day counts: actions tracked later
 * are left out and later reversals have not happened.
 */
export function summariseActions(actions: readonly Action[], asOf: Day = LAST_DAY): DailyTotals {
  const table = new Array<DayTotals | undefined>(LAST_DAY - FIRST_DAY + 1);
  const rowOf = (day: Day): DayTotals => {
    const known = table[day - FIRST_DAY];
    if (known !== undefined) return known;
    const row = emptyDay(day);
    table[day - FIRST_DAY] = row;
    return row;
  };
  for (const action of actions) {
    if (action.trackedOn <= asOf) addAction(action, asOf, rowOf);
  }
  const rows = table.filter((row) => row !== undefined);
  rows.forEach(assertExact);
  return rows;
}

function addAction(action: Action, asOf: Day, rowOf: (day: Day) => DayTotals): void {
  const { payout, amount, trackedOn } = action;
  if (isReversedBy(action, asOf)) {
    // Reversed on the day of tracking, or nobody knows when: it never cost anything.
    if (action.reversedOn === null || action.reversedOn <= trackedOn) return;
    rowOf(trackedOn).tracked += payout;
    rowOf(action.reversedOn).reversed += payout;
    return;
  }
  const row = rowOf(trackedOn);
  row.tracked += payout;
  row.trackedRevenue += amount;
  const locksOn = lockDay(action);
  if (locksOn === null) {
    row.open += payout;
    row.openRevenue += amount;
    return;
  }
  row.lagCount += 1;
  row.lagDays += locksOn - trackedOn;
  const lockRow = rowOf(locksOn);
  lockRow.locking += payout;
  lockRow.lockingRevenue += amount;
}

function assertExact(row: DayTotals): void {
  const exact = [row.tracked, row.trackedRevenue, row.reversed, row.locking, row.lockingRevenue];
  if (!exact.every(Number.isSafeInteger))
    throw new RangeError(`The totals of day ${row.day} cannot be held exactly`);
}
