import type { LedgerReport, StatementDayJson } from "#app/domain/index.ts";

/** The days of the month or fold that was opened; null where there is none of that name. */
export function openedRows(ledger: LedgerReport, open: string): StatementDayJson[] | null {
  const month = ledger.months.find((each) => each.month === open);
  if (month) return month.rows;
  const fold = ledger.expected.find((each) => each.kind === "fold" && each.from === open);
  return fold?.kind === "fold" ? fold.rows : null;
}
