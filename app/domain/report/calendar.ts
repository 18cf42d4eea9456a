import type { Temporal } from "temporal-polyfill";
import * as closing from "../closing/business-days.ts";
import { toDate, toDay } from "../day.ts";
import * as fees from "../fees/first-fee.ts";

/** Expected and earliest day of the first fee (S3, G4). */
export function firstFee(signedUpOn: Temporal.PlainDate): {
  earliest: Temporal.PlainDate;
  expected: Temporal.PlainDate;
} {
  const { earliest, expected } = fees.firstFee(toDay(signedUpOn));
  return { earliest: toDate(earliest), expected: toDate(expected) };
}

/** The next day after `on` on which a fee is charged (S3). */
export function nextFeeDate(signedUpOn: Temporal.PlainDate, on: Temporal.PlainDate): Temporal.PlainDate {
  return toDate(fees.nextFeeDate(toDay(signedUpOn), toDay(on)));
}

/** The `count`-th business day before a date, by the same calendar. */
export function businessDaysBefore(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return toDate(closing.businessDaysBefore(toDay(date), count));
}

/** The `count`-th business day after a date: no weekends, no US, UK or South African holidays (G25). */
export function businessDaysAfter(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return toDate(closing.businessDaysAfter(toDay(date), count));
}
