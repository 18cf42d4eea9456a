import { Temporal } from "temporal-polyfill";
import { HOLIDAYS_LOOKED_AT } from "../closing/holidays.ts";
import { REFERENCE_RATES } from "../money/reference-rates.ts";

/** What the app was given by hand, as of a day, and that somebody has to renew once a year. */
export const DATED_TABLES = ["rates", "holidays"] as const;
export type DatedTable = { table: (typeof DATED_TABLES)[number]; asOf: string };

const SHIPPED: readonly DatedTable[] = [
  { table: "rates", asOf: REFERENCE_RATES.asOf },
  { table: "holidays", asOf: HOLIDAYS_LOOKED_AT },
];

/** Those that are older than a year on that day. */
export function tablesOlderThanAYear(
  today: Temporal.PlainDate,
  tables: readonly DatedTable[] = SHIPPED,
): DatedTable[] {
  const aYearAgo = today.subtract({ years: 1 });
  return tables.filter(({ asOf }) => Temporal.PlainDate.compare(asOf, aYearAgo) < 0);
}
