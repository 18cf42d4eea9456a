import {
  type DailyTotals,
  type DayTotals,
  type FinerSums,
  TOTALS_COLUMNS,
  type TotalsColumn,
} from "#app/domain/account/daily-totals.ts";
import type { Day } from "../day.ts";

/**
 * Sums by day while they are being made: `sums.tracked[day − start]`. Plain lists, because they live and die where V8 makes
 * young objects; one typed array for all columns lay outside, and making it took as long as filling it.
 */
export type DayTable = {
  start: Day;
  days: number;
  sums: Record<TotalsColumn, number[]>;
  /** What the few amounts that are finer than money have beyond it, by place in the lists. */
  finer: Map<number, FinerSums>;
};

/** An empty table of the days from `start` to `end`. */
export function dayTable(start: Day, end: Day): DayTable {
  const days = end - start + 1;
  const zeros = (): number[] => new Array<number>(days).fill(0);
  const sums = {
    tracked: zeros(),
    undone: zeros(),
    reversed: zeros(),
    locking: zeros(),
    lockingRevenue: zeros(),
    open: zeros(),
    openRevenue: zeros(),
  };
  return { start, days, sums, finer: new Map() };
}

/** Adds what an amount has beyond minor units. */
export function addFiner({ finer }: DayTable, column: TotalsColumn, at: number, rest: number): void {
  const sums = finer.get(at) ?? {};
  sums[column] = (sums[column] ?? 0n) + BigInt(rest);
  finer.set(at, sums);
}

/** The table's days that hold anything. Sums of exact amounts are exact, or the fault is thrown here. */
export function rowsOf({ start, days, sums, finer }: DayTable): DailyTotals {
  const { tracked, undone, reversed, locking, lockingRevenue, open, openRevenue } = sums;
  const rows: DayTotals[] = [];
  for (let at = 0; at < days; at += 1) {
    const row: DayTotals = {
      day: start + at,
      tracked: tracked[at] ?? 0,
      undone: undone[at] ?? 0,
      reversed: reversed[at] ?? 0,
      locking: locking[at] ?? 0,
      lockingRevenue: lockingRevenue[at] ?? 0,
      open: open[at] ?? 0,
      openRevenue: openRevenue[at] ?? 0,
    };
    const rests = restsOf(finer.get(at));
    if (rests) row.finer = rests;
    if (rests || sizeOf(row) > 0) rows.push(row);
  }
  return rows;
}

/** What was given back may make a sum of 0, or less: only a day on which each is 0 holds nothing. */
function sizeOf(row: DayTotals): number {
  const { day, tracked, undone, reversed, locking, lockingRevenue, open, openRevenue } = row;
  const size =
    Math.abs(tracked) +
    Math.abs(undone) +
    Math.abs(reversed) +
    Math.abs(locking) +
    Math.abs(lockingRevenue) +
    Math.abs(open) +
    Math.abs(openRevenue);
  if (!Number.isSafeInteger(size)) throw new RangeError(`The totals of day ${day} cannot be held exactly`);
  return size;
}

function restsOf(sums: FinerSums | undefined): FinerSums | null {
  if (sums === undefined) return null;
  const left = TOTALS_COLUMNS.filter((column) => (sums[column] ?? 0n) !== 0n);
  return left.length === 0 ? null : Object.fromEntries(left.map((column) => [column, sums[column]]));
}
