import type { Temporal } from "temporal-polyfill";

/** Once a day; a little less than 24 hours, so that an hourly look does not slip by an hour each day. */
const DAILY_HOURS = 20;
const LONGEST_WAIT_HOURS = 24;

export type CheckTimes = { failures: number; nextAt: Temporal.Instant };

/** When to ask again: the next day after an answer; after failures in 1, 2, 4, 8, 16 and then every 24 hours. */
export function nextCheck(now: Temporal.Instant, failuresBefore: number | null): CheckTimes {
  if (failuresBefore === null) return { failures: 0, nextAt: now.add({ hours: DAILY_HOURS }) };
  const hours = Math.min(2 ** Math.min(failuresBefore, 5), LONGEST_WAIT_HOURS);
  return { failures: failuresBefore + 1, nextAt: now.add({ hours }) };
}
