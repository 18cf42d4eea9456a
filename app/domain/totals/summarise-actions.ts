import type { DailyTotals } from "#app/domain/account/daily-totals.ts";
import type { Action } from "../account/account.ts";
import { type Day, LAST_DAY } from "../day.ts";
import { isReversedBy, lockDay } from "./action-dates.ts";
import { addFiner, type DayTable, dayTable, rowsOf } from "./day-table.ts";

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
  const { start, days, sums } = table;
  const { tracked, undone, reversed, locking, lockingRevenue, open, openRevenue } = sums;
  for (const action of actions) {
    const { trackedOn, payout, amount, finer } = action;
    if (trackedOn > asOf) continue;
    const from = trackedOn - start;
    if (from < 0 || from >= days) return null;
    if (isReversedBy(action, asOf)) {
      // Reversed on the day of tracking, or nobody knows when: it never cost anything.
      if (action.reversedOn === null || action.reversedOn <= trackedOn) continue;
      const back = action.reversedOn - start;
      if (back >= days) return null;
      add(tracked, from, payout);
      add(undone, from, payout);
      add(reversed, back, payout);
      if (finer !== undefined) {
        addFiner(table, "tracked", from, finer.payout);
        addFiner(table, "undone", from, finer.payout);
        addFiner(table, "reversed", back, finer.payout);
      }
      continue;
    }
    const locksOn = lockDay(action);
    add(tracked, from, payout);
    if (finer !== undefined) addFiner(table, "tracked", from, finer.payout);
    if (locksOn === null) {
      add(open, from, payout);
      add(openRevenue, from, amount);
      if (finer !== undefined) addFiner(table, "open", from, finer.payout);
      if (finer !== undefined) addFiner(table, "openRevenue", from, finer.amount);
      continue;
    }
    const to = locksOn - start;
    if (to >= days) return null;
    add(locking, to, payout);
    add(lockingRevenue, to, amount);
    if (finer !== undefined) addFiner(table, "locking", to, finer.payout);
    if (finer !== undefined) addFiner(table, "lockingRevenue", to, finer.amount);
  }
  return table;
}

/** `at` was checked to lie in the table; a fallback here would cost a fifth of the whole statement. */
function add(sums: number[], at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
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
