import type { Action, ActionGroup, KnownActions } from "../account/account.ts";
import { isSummary, summaryFor } from "../account/action-summary.ts";
import type { Day } from "../day.ts";
import { lockDay, lockState } from "../totals/action-dates.ts";
import { countOf, groupActions } from "../totals/action-groups.ts";

/** The actions of an account as they stand on a day; lists are sorted so that the file's order does not matter. */
export type ActionsAsOf = {
  /** How many were ever tracked, reversed ones included (G13). */
  tracked: number;
  reversed: number;
  pending: ActionGroup[];
  /** How many have locked. */
  locked: number;
  /** Locked, and not paid to the partner yet. */
  unpaid: ActionGroup[];
};

/** Null when the actions are not known. */
export function actionsAsOf(actions: KnownActions | null, on: Day): ActionsAsOf | null {
  if (actions === null) return null;
  const brief = isSummary(actions) ? summaryFor(actions, on) : summaryOf(actions, on);
  const { tracked, reversed } = brief;
  const pending: ActionGroup[] = [];
  const unpaid: ActionGroup[] = [];
  for (const group of brief.open)
    (lockState(group.first[0], on) === "pending" ? pending : unpaid).push(group);
  for (const groups of [pending, unpaid]) groups.sort(byLockDay);
  return { tracked, reversed, pending, unpaid, locked: tracked - reversed - countOf(pending) };
}

function summaryOf(actions: readonly Action[], on: Day) {
  const open: Action[] = [];
  const counts = { tracked: 0, reversed: 0 };
  for (const action of actions) {
    const where = lockState(action, on);
    if (where === "not-yet") continue;
    counts.tracked += 1;
    if (where === "reversed") counts.reversed += 1;
    else if (where === "pending" || action.clearedOn === null || action.clearedOn > on) open.push(action);
  }
  return { ...counts, open: groupActions(open) };
}

/** Latest lock first, open-ended ones before all: the first is the one that holds the closing date. */
function byLockDay(a: ActionGroup, b: ActionGroup): number {
  return lockOrder(b) - lockOrder(a);
}

const lockOrder = ({ first: [action] }: ActionGroup): number => lockDay(action) ?? Number.MAX_SAFE_INTEGER;
