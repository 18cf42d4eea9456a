import type { Action } from "../account/account.ts";
import { type Day, LAST_DAY } from "../day.ts";
import { isReversedBy, lockDay } from "./action-dates.ts";
import type { DailyTotals } from "./daily-totals.ts";
import {
  type DayTable,
  dayTable,
  LOCKING,
  OPEN,
  REVERSED,
  rowsOf,
  TRACKED,
  TRACKED_REVENUE,
  WIDTH,
} from "./day-table.ts";

/**
 * Adds actions up by day, in one pass. With `asOf`, only what was known on that day counts: actions tracked later
 * are left out and later reversals have not happened.
 */
export function summariseActions(actions: readonly Action[], asOf: Day = LAST_DAY): DailyTotals {
  const table = tableFor(actions);
  const { start, cells } = table;
  // One flat loop over numbers: this is the only place that looks at every action.
  for (const action of actions) {
    const { trackedOn, payout, amount } = action;
    if (trackedOn > asOf) continue;
    const tracked = (trackedOn - start) * WIDTH;
    if (isReversedBy(action, asOf)) {
      // Reversed on the day of tracking, or nobody knows when: it never cost anything.
      if (action.reversedOn === null || action.reversedOn <= trackedOn) continue;
      add(cells, tracked + TRACKED, payout);
      add(cells, (action.reversedOn - start) * WIDTH + REVERSED, payout);
      continue;
    }
    add(cells, tracked + TRACKED, payout);
    add(cells, tracked + TRACKED_REVENUE, amount);
    const locksOn = lockDay(action);
    const end = locksOn === null ? tracked + OPEN : (locksOn - start) * WIDTH + LOCKING;
    add(cells, end, payout);
    add(cells, end + 1, amount);
  }
  return rowsOf(table);
}

function add(cells: Float64Array, at: number, amount: number): void {
  cells[at] = (cells[at] ?? 0) + amount;
}

/** A table from the first to the last day any action names. */
function tableFor(actions: readonly Action[]): DayTable {
  let first = LAST_DAY;
  let last = 0;
  for (const { trackedOn, locksOn, reversedOn, clearedOn } of actions) {
    if (trackedOn < first) first = trackedOn;
    if (trackedOn > last) last = trackedOn;
    if (locksOn !== null && locksOn > last) last = locksOn;
    if (reversedOn !== null && reversedOn > last) last = reversedOn;
    if (clearedOn !== null && clearedOn > last) last = clearedOn;
  }
  return dayTable(Math.min(first, last), last);
}
