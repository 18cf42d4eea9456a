import type { Temporal } from "temporal-polyfill";
import { businessDaysBefore } from "../closing/business-days.ts";
import { isoDay, parseDay, toDay } from "../day.ts";

/** impact.com promises no reply time (G32): two business days are assumed until the merchant says otherwise. */
export const ANSWER_DAYS = 2;
/** More than this is no answer any more that a date could be planned by. */
export const MOST_ANSWER_DAYS = 30;

/** The last day on which a request can be sent to be answered by a day; null when that has gone by. */
export function sendBy(closeBy: string, answerDays: number, on: Temporal.PlainDate): string | null {
  const day = parseDay(closeBy);
  if (day === null) return null;
  const last = businessDaysBefore(day, answerDays);
  return last < toDay(on) ? null : isoDay(last);
}

/** The merchant's own assumption: a whole number of business days, or the usual one where it is none. */
export function answerDaysOf(text: string | null): number {
  const days = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : ANSWER_DAYS;
  return days <= MOST_ANSWER_DAYS ? days : ANSWER_DAYS;
}
