import type { Day } from "../day.ts";
import type { Action } from "./account.ts";
import type { DailyTotals } from "./daily-totals.ts";

/**
 * Actions that share their state and their dates, so that on any one day every rule treats them alike. `first` are those
 * with the lowest ids, enough of them to name; the others are only counted.
 */
export type ActionGroup = { count: number; payout: number; first: readonly [Action, ...Action[]] };

/**
 * What the figures of one day need of an account's actions: their sums, their numbers, and the open ones in groups. It
 * stands in for the whole list wherever no single settled action is shown, and grows with days, not with actions.
 */
export type ActionSummary = {
  /** The day it was made for; figures of another day cannot be made from it. */
  on: Day;
  /** All actions added up by day, and what of them was known on `on`. */
  totals: DailyTotals;
  known: DailyTotals;
  /** How many were tracked by `on`, and how many of those were reversed by then. */
  tracked: number;
  reversed: number;
  /** Those tracked by `on` that are neither reversed nor paid to the partner by then. */
  open: readonly ActionGroup[];
};

/** Every action, or what one day's figures need of them. */
export type KnownActions = readonly Action[] | ActionSummary;

export function isSummary(actions: KnownActions): actions is ActionSummary {
  return "open" in actions;
}

/** The brief of a day; asking it for another day is a fault of the program, not of the data. */
export function summaryFor(actions: ActionSummary, on: Day): ActionSummary {
  if (actions.on !== on) throw new RangeError(`A brief of day ${actions.on} does not tell of day ${on}.`);
  return actions;
}
