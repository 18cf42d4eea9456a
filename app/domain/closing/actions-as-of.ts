import type { Action } from "../account/account.ts";
import { briefFor, isBrief, type KnownActions } from "../account/actions-in-brief.ts";
import type { Day } from "../day.ts";
import { lockDay, standing } from "../totals/action-dates.ts";

/** The actions of an account as they stand on a day; lists are sorted so that the file's order does not matter. */
export type ActionsAsOf = {
  /** How many were ever tracked, reversed ones included (G13). */
  tracked: number;
  reversed: number;
  pending: Action[];
  /** How many have locked. */
  locked: number;
  /** Locked, and not paid to the partner yet. */
  unpaid: Action[];
};

/** Null when the actions are not known. */
export function actionsAsOf(actions: KnownActions | null, on: Day): ActionsAsOf | null {
  if (actions === null) return null;
  if (!isBrief(actions)) return standingOf(actions, on);
  const { open, tracked, reversed } = briefFor(actions, on);
  const { pending, unpaid } = standingOf(open, on);
  return { tracked, reversed, pending, unpaid, locked: tracked - reversed - pending.length };
}

function standingOf(actions: readonly Action[], on: Day): ActionsAsOf {
  const found: ActionsAsOf = { tracked: 0, reversed: 0, pending: [], locked: 0, unpaid: [] };
  for (const action of actions) {
    const where = standing(action, on);
    if (where === "not-yet") continue;
    found.tracked += 1;
    if (where === "reversed") found.reversed += 1;
    if (where === "pending") found.pending.push(action);
    if (where === "locked") found.locked += 1;
    if (where === "locked" && (action.clearedOn === null || action.clearedOn > on)) found.unpaid.push(action);
  }
  for (const list of [found.pending, found.unpaid]) list.sort(byLockDay);
  return found;
}

/** Latest lock first, open-ended ones before all: the first is the one that holds the closing date. */
function byLockDay(a: Action, b: Action): number {
  const left = lockDay(a) ?? Number.MAX_SAFE_INTEGER;
  const right = lockDay(b) ?? Number.MAX_SAFE_INTEGER;
  if (left !== right) return right - left;
  return a.id < b.id ? -1 : 1;
}
