import type { Translator } from "#app/messages/translator.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";

/** A figure as the page shows it: its name and its amount or day. */
export type ShownFigure = { label: string; shown: string };

/** The day of a figure of the ledger, from its path. */
const CELL = /^statement\.(\d{4}-\d\d-\d\d)\./;

/** What the page does not name, because a row of the ledger is asked for by its balance: one of its other amounts. */
export function cellShown(
  answer: ExplainOutcome | undefined,
  { money, date }: Pick<Translator, "money" | "date">,
): ShownFigure | null {
  if (answer?.outcome !== "explained") return null;
  const { explanation, value, currency } = answer;
  const day = CELL.exec(explanation.figure)?.[1];
  return day && value !== null ? { label: date(day), shown: money(value, currency) } : null;
}
