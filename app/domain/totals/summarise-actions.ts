import type { DailyTotals } from "#app/domain/account/daily-totals.ts";
import type { Action } from "../account/account.ts";
import { type Day, LAST_DAY } from "../day.ts";
import { isReversedBy, lockDay } from "./action-dates.ts";
import {
  type DayTable,
  dayTable,
  LOCKING,
  OPEN,
  REVERSED,
  rowsOf,
  TRACKED,
  UNDONE,
  WIDTH,
} from "./day-table.ts";

/** Most accounts fit into this many days around their first action; looking for the real span costs a pass. */
const USUAL_REACH = 1_200;

/**
 * Adds actions up by day, in one pass. With `asOf`, only what was known on that day counts: actions tracked later
 * are left out and later reversals have not happened.
 */
export function summariseActions(actions: readonly Action[], asOf: Day = LAST_DAY): DailyTotals {
  const [first] = actions;
  if (!first) return [];
  const usual = dayTable(first.trackedOn - USUAL_REACH, first.trackedOn + USUAL_REACH);
  return rowsOf(filled(usual, actions, asOf) ?? filled(tableFor(actions), actions, asOf) ?? usual);
}

/** Null when an action lies outside the table. One flat loop over numbers: only here is every action looked at. */
function filled(table: DayTable, actions: readonly Action[], asOf: Day): DayTable | null {
  const { start, cells } = table;
  const end = cells.length;
  for (const action of actions) {
    const { trackedOn, payout, amount, finer } = action;
    if (trackedOn > asOf) continue;
    const tracked = (trackedOn - start) * WIDTH;
    if (tracked < 0 || tracked >= end) return null;
    if (isReversedBy(action, asOf)) {
      // Reversed on the day of tracking, or nobody knows when: it never cost anything.
      if (action.reversedOn === null || action.reversedOn <= trackedOn) continue;
      const reversed = (action.reversedOn - start) * WIDTH;
      if (reversed >= end) return null;
      add(cells, tracked + TRACKED, payout);
      add(cells, tracked + UNDONE, payout);
      add(cells, reversed + REVERSED, payout);
      if (finer !== undefined) {
        for (const at of [tracked + TRACKED, tracked + UNDONE, reversed + REVERSED])
          addFiner(table, at, finer.payout);
      }
      continue;
    }
    const locksOn = lockDay(action);
    const locking = locksOn === null ? tracked + OPEN : (locksOn - start) * WIDTH + LOCKING;
    if (locking >= end) return null;
    add(cells, tracked + TRACKED, payout);
    add(cells, locking, payout);
    add(cells, locking + 1, amount);
    if (finer !== undefined) {
      addFiner(table, tracked + TRACKED, finer.payout);
      addFiner(table, locking, finer.payout);
      addFiner(table, locking + 1, finer.amount);
    }
  }
  return table;
}

/** `at` was checked to lie in the table; a fallback here would cost a fifth of the whole statement. */
function add(cells: Float64Array, at: number, amount: number): void {
  cells[at] = (cells[at] as number) + amount;
}

function addFiner({ finer }: DayTable, at: number, rest: number): void {
  finer.set(at, (finer.get(at) ?? 0n) + BigInt(rest));
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
