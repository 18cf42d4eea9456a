import type { Day } from "../day.ts";
import { firstDayOf, type Month, monthOf } from "../month.ts";

/** When the first fee is charged: the expected day, and the earliest day to be ready for (G4). */
export type FirstFee = { earliest: Day; expected: Day };

/**
 * 1st of the month after the first full calendar month since sign-up (S3): 12 May → 1 July.
 * Signing up on the 1st may make that month the full one already, so the earlier day is given too (G4).
 */
export function firstFee(signedUpOn: Day): FirstFee {
  const month = monthOf(signedUpOn);
  const expected = firstDayOf(month + 2);
  return { expected, earliest: signedUpOn === firstDayOf(month) ? firstDayOf(month + 1) : expected };
}

/** The first full calendar month after sign-up: the month the first fee covers. */
export function firstFeeMonth(signedUpOn: Day): Month {
  return monthOf(signedUpOn) + 1;
}

/** The next day after `on` on which a fee is charged: always a 1st, never before the expected first fee. */
export function nextFeeDate(signedUpOn: Day, on: Day): Day {
  return Math.max(firstDayOf(monthOf(on) + 1), firstFee(signedUpOn).expected);
}
