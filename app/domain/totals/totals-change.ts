import {
  type DailyTotals,
  type DayTotals,
  emptyDay,
  type FinerSums,
  TOTALS_COLUMNS,
} from "#app/domain/account/daily-totals.ts";
import type { Action } from "../account/account.ts";
import type { Day } from "../day.ts";
import { countActions, type DayCounts } from "./action-counts.ts";
import { summariseActions } from "./summarise-actions.ts";

/** What a day's totals and numbers of actions gain, or lose below zero. */
export type DayChange = DayTotals & DayCounts;

/**
 * What daily totals gain (or lose, below zero) when `before` becomes `after`, by day; days that stay as they are are
 * left out. Totals plus this change equal the totals of all actions added up anew, and so do the numbers of actions.
 */
export function totalsChange(before: readonly Action[], after: readonly Action[]): DayChange[] {
  const days = new Map<Day, DayChange>();
  const on = (day: Day): DayChange => {
    const row = days.get(day) ?? { ...emptyDay(day), actions: 0, reversals: 0 };
    days.set(day, row);
    return row;
  };
  const sides = [
    [after, 1],
    [before, -1],
  ] as const;
  for (const [actions, sign] of sides) {
    for (const row of summariseActions(actions)) addRow(on(row.day), row, sign);
    for (const { day, actions: tracked, reversals } of countActions(actions)) {
      on(day).actions += sign * tracked;
      on(day).reversals += sign * reversals;
    }
  }
  const changed = ["actions", "reversals", ...TOTALS_COLUMNS] as const;
  return [...days.values()]
    .filter((row) => row.finer !== undefined || changed.some((column) => row[column] !== 0))
    .sort((a, b) => a.day - b.day);
}

/** Totals put together, or taken off, by day; days on which nothing is left are left out. */
export function addedTotals(parts: readonly (readonly [totals: DailyTotals, sign: 1 | -1])[]): DailyTotals {
  const days = new Map<Day, DayTotals>();
  for (const [totals, sign] of parts) add(days, totals, sign);
  return [...days.values()]
    .filter((row) => row.finer !== undefined || TOTALS_COLUMNS.some((column) => row[column] !== 0))
    .sort((a, b) => a.day - b.day);
}

function add(days: Map<Day, DayTotals>, rows: DailyTotals, sign: 1 | -1): void {
  for (const row of rows) {
    const sums = days.get(row.day) ?? emptyDay(row.day);
    addRow(sums, row, sign);
    days.set(row.day, sums);
  }
}

function addRow(sums: DayTotals, row: DayTotals, sign: 1 | -1): void {
  for (const column of TOTALS_COLUMNS) sums[column] += sign * row[column];
  if (row.finer === undefined) return;
  const finer = addedFiner(sums.finer ?? {}, row.finer, sign);
  if (finer) sums.finer = finer;
  else delete sums.finer;
}

function addedFiner(sums: FinerSums, more: FinerSums, sign: 1 | -1): FinerSums | null {
  const added: FinerSums = {};
  for (const column of TOTALS_COLUMNS) {
    const sum = (sums[column] ?? 0n) + BigInt(sign) * (more[column] ?? 0n);
    if (sum !== 0n) added[column] = sum;
  }
  return Object.keys(added).length === 0 ? null : added;
}
