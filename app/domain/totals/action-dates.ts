import type { Action } from "../account/account.ts";
import type { Day } from "../day.ts";

/**
 * The day an action locks; null when it is open-ended. A PENDING action whose lock date has passed has locked:
 * the API does not report that change as an update. A commission paid before its lock date was locked by then,
 * and an APPROVED one without any date counts from tracking, the earliest possible day.
 */
export function lockDay(action: Action): Day | null {
  const { locksOn, clearedOn } = action;
  if (clearedOn !== null && (locksOn === null || clearedOn < locksOn)) return clearedOn;
  if (locksOn !== null) return locksOn;
  return action.state === "APPROVED" ? action.trackedOn : null;
}

/** Whether the action counts as reversed on a day. Without a date it was never owed at all. */
export function isReversedBy(action: Action, on: Day): boolean {
  return action.state === "REVERSED" && (action.reversedOn === null || action.reversedOn <= on);
}

/** Where an action stands on a day, as far as the file tells. */
export function lockState(action: Action, on: Day): "not-yet" | "reversed" | "pending" | "locked" {
  if (action.trackedOn > on) return "not-yet";
  if (isReversedBy(action, on)) return "reversed";
  if (action.state === "APPROVED") return "locked";
  const locksOn = lockDay(action);
  return locksOn !== null && locksOn <= on ? "locked" : "pending";
}
