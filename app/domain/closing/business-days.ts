import { type Day, toDate } from "../day.ts";
import { holidaysOf } from "./holidays.ts";

const SATURDAY = 6;

/** Whether a day is neither on a weekend nor a US, UK or South African holiday (G25). */
export function isBusinessDay(day: Day): boolean {
  const date = toDate(day);
  return date.dayOfWeek < SATURDAY && !holidaysOf(date.year).has(day);
}

/** The `count`-th business day before a day; the day itself does not count. */
export function businessDaysBefore(day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current -= 1;
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}

/** The `count`-th business day after a day; the day itself does not count. */
export function businessDaysAfter(day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current += 1;
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}
