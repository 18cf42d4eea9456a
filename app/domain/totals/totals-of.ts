import type { DailyTotals } from "#app/domain/account/daily-totals.ts";
import type { Action, ActionSummary, KnownActions } from "../account/account.ts";
import { isSummary, summaryFor } from "../account/action-summary.ts";
import type { Day } from "../day.ts";
import { summariseActions } from "./summarise-actions.ts";
import { addedTotals } from "./totals-change.ts";

/** Actions added up by day; with `asOf`, as they were known on that day. Null when they are not known. */
export function totalsOf(actions: KnownActions | null, asOf?: Day): DailyTotals | null {
  if (actions === null) return null;
  if (!isSummary(actions)) return summariseActions(actions, asOf);
  return asOf === undefined ? actions.totals : summaryFor(actions, asOf).known;
}

/** `later` are the actions that were tracked or reversed after `on`: on that day they stood otherwise, or not at all. */
export type SummaryParts = Omit<ActionSummary, "known"> & { later: readonly Action[] };

/** The brief of a day out of the totals of all actions and the few rows that matter. */
export function actionSummary({ later, ...parts }: SummaryParts): ActionSummary {
  if (later.length === 0) return { ...parts, known: parts.totals };
  const known = addedTotals([
    [parts.totals, 1],
    [summariseActions(later), -1],
    [summariseActions(later, parts.on), 1],
  ]);
  return { ...parts, known };
}
