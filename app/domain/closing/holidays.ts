import Holidays from "date-holidays";
import { type Day, parseDay } from "../day.ts";

/** Countries whose bank holidays stop impact.com's payments (H32, G25); England stands for the UK. */
const CALENDARS: readonly [country: string, state?: string][] = [["US"], ["GB", "ENG"], ["ZA"]];

/**
 * Days the library does not know: South African election days are public holidays by proclamation (D8). Somebody looks at
 * this list and the library's once a year; docs/billing-rules.md says how.
 */
const PROCLAIMED = ["2026-11-04"];

/** When somebody last did. A year later the operator is reminded. */
export const HOLIDAYS_LOOKED_AT = "2026-11-30";

const byYear = new Map<number, ReadonlySet<Day>>();

/** Public and bank holidays of a year in the US, England and South Africa. Computed once for each year. */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const days = new Set<Day>();
  for (const [country, state] of CALENDARS) {
    const calendar = state ? new Holidays(country, state) : new Holidays(country);
    for (const holiday of calendar.getHolidays(year)) {
      const day = parseDay(holiday.date.slice(0, 10));
      if (day !== null && (holiday.type === "public" || holiday.type === "bank")) days.add(day);
    }
  }
  for (const proclaimed of PROCLAIMED) {
    const day = parseDay(proclaimed);
    if (day !== null && proclaimed.startsWith(`${year}-`)) days.add(day);
  }
  byYear.set(year, days);
  return days;
}
