import type { Translator } from "#app/messages/translator.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

/** A figure as the page shows it: its name and its amount or day. */
export type ShownFigure = { label: string; shown: string };

/** The day and the column a figure of the ledger stands in; null for every other figure. */
export function ledgerCell(figure: string): { date: string; column: string } | null {
  const [, date, column] = /^statement\.(\d{4}-\d\d-\d\d)\.(\w+)$/.exec(figure) ?? [];
  return date && column ? { date, column } : null;
}

/** What the page does not name, because a row of the ledger is asked for by its balance: one of its other amounts. */
export function cellShown(
  answer: ExplainOutcome | undefined,
  { money, date }: Pick<Translator, "money" | "date">,
): ShownFigure | null {
  if (answer?.outcome !== "explained") return null;
  const { explanation, value, currency } = answer;
  const cell = ledgerCell(explanation.figure);
  return cell && value !== null ? { label: date(cell.date), shown: money(value, currency) } : null;
}
