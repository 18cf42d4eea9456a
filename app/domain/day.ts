import { Temporal } from "temporal-polyfill";

/**
 * A calendar day in the account's time zone, as whole days since 1970-01-01.
 * Lists of a million actions hold days, so a day is a number; Temporal does the calendar arithmetic.
 */
export type Day = number;

/** First and last day any date of an account may have; keeps tables by day small. */
export const FIRST_DAY: Day = 10_957; // 2000-01-01
export const LAST_DAY: Day = 47_481; // 2099-12-31

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const dayOfText = new Map<string, Day>();
const textOfDay = new Map<Day, string>();

/** Calendar date to day number. */
export function toDay(date: Temporal.PlainDate): Day {
  return EPOCH.until(date, { largestUnit: "day" }).days;
}

/** Day number to calendar date. */
export function toDate(day: Day): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/** Day as an ISO date, e.g. "2026-05-12". */
export function isoDay(day: Day): string {
  const known = textOfDay.get(day);
  if (known !== undefined) return known;
  const text = toDate(day).toString();
  if (inRange(day)) textOfDay.set(day, text);
  return text;
}

/** Reads "2026-05-12"; null when it is not a real date between 2000 and 2099. */
export function parseDay(text: string): Day | null {
  const known = dayOfText.get(text);
  if (known !== undefined) return known;
  const date = readDate(text);
  if (date === null) return null;
  const day = toDay(date);
  if (!inRange(day)) return null;
  // Only real days are remembered, so the table never holds more than the days of a century.
  dayOfText.set(text, day);
  return day;
}

/** Reads "2026-05-12" of any year as a calendar date; null when it is none. */
export function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function inRange(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}
