import { Temporal } from "temporal-polyfill";
import { type Day, toDate, toDay } from "./day.ts";

/** A calendar month as year × 12 + (month − 1), so that months can be counted. */
export type Month = number;

const firstDays = new Map<Month, Day>();

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  // 31 days after a month's first day is never in the same month, so one guess and one look suffice.
  const guess = lowMonth(day);
  return firstDayOf(guess + 1) <= day ? guess + 1 : guess;
}

/** First day of a month. */
export function firstDayOf(month: Month): Day {
  const known = firstDays.get(month);
  if (known !== undefined) return known;
  const first = toDay(new Temporal.PlainDate(Math.floor(month / 12), (month % 12) + 1, 1));
  firstDays.set(month, first);
  return first;
}

/** Last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** Month as text, e.g. "2026-05". */
export function isoMonth(month: Month): string {
  return toDate(firstDayOf(month)).toPlainYearMonth().toString();
}

/** How many days of a month lie after `after` and no later than `until`. */
export function daysWithin(month: Month, after: Day, until: Day): number {
  const from = Math.max(firstDayOf(month), after + 1);
  return Math.max(0, Math.min(lastDayOf(month), until) - from + 1);
}

function lowMonth(day: Day): Month {
  // 1970-01 is month 23640; 400 years have 146097 days, 4800 months. Never later than the true month.
  const guess = 23_640 + Math.floor((day * 4800) / 146_097);
  return firstDayOf(guess) <= day ? guess : guess - 1;
}
