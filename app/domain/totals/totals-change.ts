import type { Action } from "../account/account.ts";
import type { Day } from "../day.ts";
import { type DailyTotals, type DayTotals, emptyDay } from "./daily-totals.ts";
import { summariseActions } from "./summarise-actions.ts";

const COLUMNS = [
  "tracked",
  "reversed",
  "locking",
  "lockingRevenue",
  "open",
  "openRevenue",
  "undone",
] as const;

/**
 * What daily totals gain (or lose, below zero) when `before` becomes `after`, by day; days that stay as they are are
 * left out. Totals plus this change equal the totals of all actions added up anew.
 */
export function totalsChange(before: readonly Action[], after: readonly Action[]): DailyTotals {
  return addedTotals([
    [summariseActions(after), 1],
    [summariseActions(before), -1],
  ]);
}

/** Totals put together, or taken off, by day; days on which nothing is left are left out. */
export function addedTotals(parts: readonly (readonly [totals: DailyTotals, sign: 1 | -1])[]): DailyTotals {
  const days = new Map<Day, DayTotals>();
  for (const [totals, sign] of parts) add(days, totals, sign);
  return [...days.values()]
    .filter((row) => COLUMNS.some((column) => row[column] !== 0))
    .sort((a, b) => a.day - b.day);
}

function add(days: Map<Day, DayTotals>, rows: DailyTotals, sign: 1 | -1): void {
  for (const row of rows) {
    const sums = days.get(row.day) ?? emptyDay(row.day);
    for (const column of COLUMNS) sums[column] += sign * row[column];
    days.set(row.day, sums);
  }
}
