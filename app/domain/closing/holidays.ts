import { type Day, parseDay } from "../day.ts";
import table from "./holiday-table.json" with { type: "json" };

/**
 * Days the table does not know: South African election days are public holidays by proclamation (D8). Somebody looks at
 * this list and makes the table anew once a year; docs/billing-rules.md says how.
 */
const PROCLAIMED = ["2026-11-04"];

/** When somebody last did. A year later the operator is reminded. */
export const HOLIDAYS_LOOKED_AT: string = table.lookedAt;

const YEARS: Readonly<Record<string, string>> = table.years;
const byYear = new Map<number, ReadonlySet<Day>>();

/**
 * Public and bank holidays of a year in the US, England and South Africa (H32, G25), from a table that
 * `npm run holidays` makes; none in years beyond it.
 */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const listed = (YEARS[year] ?? "").split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
  const proclaimed = PROCLAIMED.filter((day) => day.startsWith(`${year}-`));
  const days = new Set([...listed, ...proclaimed].flatMap((day) => parseDay(day) ?? []));
  byYear.set(year, days);
  return days;
}
