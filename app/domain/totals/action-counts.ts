import type { Action } from "../account/account.ts";
import type { Day } from "../day.ts";

/** How many actions were tracked on a day, and how many count as reversed from that day on. */
export type DayCounts = { day: Day; actions: number; reversals: number };

/** Actions counted by day. Added up to a day they say how many there were by then, and how many of those were reversed. */
export function countActions(actions: readonly Action[]): DayCounts[] {
  const days = new Map<Day, DayCounts>();
  const on = (day: Day): DayCounts => {
    const row = days.get(day) ?? { day, actions: 0, reversals: 0 };
    days.set(day, row);
    return row;
  };
  for (const { state, trackedOn, reversedOn } of actions) {
    on(trackedOn).actions += 1;
    // Without a day it was never owed at all, and nothing is reversed before it is tracked.
    if (state === "REVERSED") on(Math.max(trackedOn, reversedOn ?? trackedOn)).reversals += 1;
  }
  return [...days.values()];
}
