import {
  type DailyTotals,
  type DayTotals,
  type FinerSums,
  TOTALS_COLUMNS,
  type TotalsColumn,
} from "#app/domain/account/daily-totals.ts";
import type { Day } from "../day.ts";

/**
 * Numbers kept for one day, side by side so that a day fills one line of the processor's cache.
 * A revenue follows its commission.
 */
export const WIDTH = 8;
export const TRACKED = 0;
export const UNDONE = 1;
export const REVERSED = 2;
export const LOCKING = 3;
export const LOCKING_REVENUE = 4;
export const OPEN = 5;
export const OPEN_REVENUE = 6;

const NAMES: readonly TotalsColumn[] = TOTALS_COLUMNS;

/**
 * Sums by day while they are being made: `cells[(day − start) × WIDTH + column]`, and in `finer`, by the same place, what
 * the few amounts that are finer than money have beyond it.
 */
export type DayTable = { start: Day; cells: Float64Array; finer: Map<number, bigint> };

/** An empty table of the days from `start` to `end`. */
export function dayTable(start: Day, end: Day): DayTable {
  return { start, cells: new Float64Array((end - start + 1) * WIDTH), finer: new Map() };
}

/** The table's days that hold anything. Sums of exact amounts are exact, or the fault is thrown here. */
export function rowsOf({ start, cells, finer }: DayTable): DailyTotals {
  const rows: DayTotals[] = [];
  for (let at = 0, day = start; at < cells.length; at += WIDTH, day += 1) {
    const row = rowAt(cells, at, day, finer);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function rowAt(
  cells: Float64Array,
  at: number,
  day: Day,
  finer: ReadonlyMap<number, bigint>,
): DayTotals | null {
  // What was given back may make a sum of 0, or less: only a day on which each is 0 holds nothing.
  let size = 0;
  for (let column = 0; column < WIDTH; column += 1) size += Math.abs(cells[at + column] ?? 0);
  const rests = finer.size === 0 ? null : finerAt(finer, at);
  if (size === 0 && rests === null) return null;
  if (!Number.isSafeInteger(size)) throw new RangeError(`The totals of day ${day} cannot be held exactly`);
  return {
    day,
    tracked: cells[at + TRACKED] ?? 0,
    undone: cells[at + UNDONE] ?? 0,
    reversed: cells[at + REVERSED] ?? 0,
    locking: cells[at + LOCKING] ?? 0,
    lockingRevenue: cells[at + LOCKING_REVENUE] ?? 0,
    open: cells[at + OPEN] ?? 0,
    openRevenue: cells[at + OPEN_REVENUE] ?? 0,
    ...(rests && { finer: rests }),
  };
}

function finerAt(finer: ReadonlyMap<number, bigint>, at: number): FinerSums | null {
  const sums: FinerSums = {};
  for (const [column, name] of NAMES.entries()) {
    const sum = finer.get(at + column) ?? 0n;
    if (sum !== 0n) sums[name] = sum;
  }
  return Object.keys(sums).length === 0 ? null : sums;
}
