import {
  type DailyTotals,
  type DayTotals,
  TOTALS_COLUMNS,
  type TotalsColumn,
} from "#app/domain/account/daily-totals.ts";
import { wholeOf } from "../money/exact.ts";

/**
 * Totals in whole minor units. What is finer is added up from the first day on and rounded once, so that the sum of the
 * days up to any one is the exact sum up to it, rounded; what is owed and deducted again comes to 0 and not to a cent.
 */
export function settledTotals(totals: DailyTotals): DailyTotals {
  if (totals.every(({ finer }) => finer === undefined)) return totals;
  const rests = new Map<TotalsColumn, bigint>();
  return totals.map(({ finer, ...row }): DayTotals => {
    for (const column of TOTALS_COLUMNS) {
      const rest = finer?.[column] ?? 0n;
      if (rest === 0n) continue;
      const before = rests.get(column) ?? 0n;
      rests.set(column, before + rest);
      row[column] += wholeOf(before + rest) - wholeOf(before);
    }
    return row;
  });
}
