import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { isoDay, toDay } from "../day.ts";
import { lockDay } from "../totals/action-dates.ts";
import { actionsAsOf } from "./actions-as-of.ts";

/** "none": nothing is pending; "unknown": the actions are not known, or one locks at no stated date (H15). */
export type LastLock = { outcome: "on"; date: string } | { outcome: "none" } | { outcome: "unknown" };

/** The day the last pending action locks (S0: the last locking date is when the account can be closed). */
export function lastLockingDate(account: Account, on: Temporal.PlainDate): LastLock {
  const actions = actionsAsOf(account.actions, toDay(on));
  if (actions === null || account.unread?.actions || account.unread?.programs) return { outcome: "unknown" };
  const [last] = actions.pending;
  if (!last) return { outcome: "none" };
  const day = lockDay(last.first[0]);
  return day === null ? { outcome: "unknown" } : { outcome: "on", date: isoDay(day) };
}
