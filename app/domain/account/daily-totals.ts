import type { Day } from "../day.ts";

/** The sums of a day; each but the two revenues is of commissions. */
export const TOTALS_COLUMNS = [
  "tracked",
  "undone",
  "reversed",
  "locking",
  "lockingRevenue",
  "open",
  "openRevenue",
] as const;
export type TotalsColumn = (typeof TOTALS_COLUMNS)[number];

/** What sums have beyond minor units (money/exact.ts), by column; a column that is not named has nothing. */
export type FinerSums = Partial<Record<TotalsColumn, bigint>>;

/**
 * What an account's actions did on one day, in minor units. Rows only add up, so a store can keep them
 * and never look at actions again.
 */
export type DayTotals = {
  day: Day;
  /** Commission that became owed (tracked that day). */
  tracked: number;
  /** The part of `tracked` whose actions were reversed later. */
  undone: number;
  /** Commission no longer owed because its action was reversed that day. */
  reversed: number;
  /** Commission that locks that day, and the revenue behind it. */
  locking: number;
  lockingRevenue: number;
  /** Of the actions tracked that day: commission and revenue with no lock date yet. */
  open: number;
  openRevenue: number;
  /** There only where an action of the day is finer than money; `settledTotals` rounds it into the sums. */
  finer?: FinerSums;
};

/** One row for each day on which something happened, by day. */
export type DailyTotals = readonly DayTotals[];

export function emptyDay(day: Day): DayTotals {
  return {
    day,
    tracked: 0,
    undone: 0,
    reversed: 0,
    locking: 0,
    lockingRevenue: 0,
    open: 0,
    openRevenue: 0,
  };
}
