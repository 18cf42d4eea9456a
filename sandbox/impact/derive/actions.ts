import { contractsAt, lastTrackedDays, pairKey } from "#sandbox/impact/derive/contracts.ts";
import { dayOf } from "#sandbox/impact/derive/days.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount, PreparedAction } from "#sandbox/impact/state/prepare.ts";

export type ActionState = "PENDING" | "APPROVED" | "REVERSED";

export interface ActionRow {
  source: PreparedAction;
  state: ActionState;
  /** Day and instant of locking; an approval by hand locks at once. Null = open-ended. */
  locksOn: string | null;
  lockMs: number | null;
  /** Last update; a lock is not one (brand actions v14). */
  updatedMs: number;
  reversedMs: number | null;
}

/** The actions tracked by `nowMs`, with the state each has then: pending until its locking date, then approved. */
export function actionsAt(account: PreparedAccount, changes: AccountChanges, nowMs: number): ActionRow[] {
  const lastDays = lastTrackedDays(contractsAt(account, changes, nowMs));
  return account.actions
    .filter((action) => action.eventMs <= nowMs && isTracked(action, lastDays, changes))
    .map((action) => rowOf(account, action, changes, nowMs));
}

/** The actions still to come if nothing changes from now on. */
export function comingActions(
  account: PreparedAccount,
  changes: AccountChanges,
  nowMs: number,
): PreparedAction[] {
  const lastDays = lastTrackedDays(contractsAt(account, changes, nowMs));
  return account.actions.filter((action) => action.eventMs > nowMs && isTracked(action, lastDays, changes));
}

function isTracked(
  action: PreparedAction,
  lastDays: Map<string, string | null>,
  changes: AccountChanges,
): boolean {
  if (changes.closedAt !== null && action.eventMs >= changes.closedAt) return false;
  const lastDay = lastDays.get(pairKey(action));
  return lastDay === null || (lastDay !== undefined && action.file.trackedOn <= lastDay);
}

function rowOf(
  account: PreparedAccount,
  action: PreparedAction,
  changes: AccountChanges,
  nowMs: number,
): ActionRow {
  const { file, eventMs, lockMs, reversedMs } = action;
  const base = { source: action, locksOn: file.locksOn, lockMs, updatedMs: eventMs, reversedMs: null };
  const byHand = changes.actions[file.id];
  if (byHand !== undefined && byHand.at <= nowMs) {
    if (byHand.state === "REVERSED")
      return { ...base, state: "REVERSED", updatedMs: byHand.at, reversedMs: byHand.at };
    const locksOn = dayOf(byHand.at, account.seed.account.timeZone);
    return { ...base, state: "APPROVED", locksOn, lockMs: byHand.at };
  }
  if (reversedMs !== null && reversedMs <= nowMs)
    return { ...base, state: "REVERSED", updatedMs: reversedMs, reversedMs };
  return { ...base, state: lockMs !== null && lockMs <= nowMs ? "APPROVED" : "PENDING" };
}
