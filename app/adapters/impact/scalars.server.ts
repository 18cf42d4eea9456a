import { z } from "zod";
import { AMOUNT_PATTERN, readDate } from "#app/domain/index.ts";
import { plainDecimal } from "./plain-decimal.server.ts";

const isBlank = (value: unknown) => value === "" || value === null || value === undefined;

/** Identifier or other text that must be there; numbers arrive here as their text (exact-json). */
export const text = z.string().min(1);

/**
 * Amount as a plain decimal string, to the digit what the answer said, without zeros that mean nothing ("1000.00" of
 * a yen account is "1000"). More decimals than money has, or less than nothing, is no amount the account file knows.
 */
export const amount = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/)
  .transform((source) =>
    plainDecimal(source)
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, ""),
  )
  .pipe(z.string().regex(AMOUNT_PATTERN));

/** Amount or null where the answer leaves it empty. */
export const amountOrNull = z.preprocess((value) => (isBlank(value) ? null : value), amount.nullable());

/** A status the account file knows; one that impact.com added later reads as `careful`, the value that keeps it open. */
export const statusOf = <Status extends string>(known: readonly Status[], careful: Status) =>
  text.transform((value) => known.find((status) => status === value) ?? careful);

/**
 * Calendar day of an API timestamp. impact.com writes timestamps with the offset of the account's zone, so the day
 * as written is the day in the account's zone; converting it to another zone could move it by one.
 */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/)
  .transform((value, context) => {
    const text = value.slice(0, 10);
    if (isCalendarDay(text)) return text;
    context.addIssue({ code: "custom", message: "not a day of the calendar" });
    return z.NEVER;
  });

/** A page holds the same few days thousands of times; the set never holds more than the days there are in an account. */
const calendarDays = new Set<string>();
const MOST_DAYS = 20_000;

function isCalendarDay(text: string): boolean {
  if (calendarDays.has(text)) return true;
  if (readDate(text) === null) return false;
  if (calendarDays.size >= MOST_DAYS) calendarDays.clear();
  calendarDays.add(text);
  return true;
}

/** Day or null where the answer leaves it empty ("" or null both occur). */
export const dayOrNull = z.preprocess((value) => (isBlank(value) ? null : value), day.nullable());
