import { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { closure } from "../closing/closure.ts";
import { toDay } from "../day.ts";
import { billingFor, type PlanChoice } from "../fees/billing.ts";
import { statement } from "../ledger/statement.ts";
import { closureReport } from "../report/closure-report.ts";
import { previewReport } from "../report/preview-report.ts";
import { statementReport } from "../report/statement-report.ts";
import type { Note } from "../text.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { explainClosure } from "./explain-closure.ts";
import { explainPreview } from "./explain-preview.ts";
import { explainStatement, STATEMENT_COLUMNS } from "./explain-statement.ts";
import type { Explanation, Grounds } from "./explanation.ts";
import { figurePaths, type Report, statementCell } from "./figure-path.ts";
import { lookUp } from "./look-up.ts";

export type ExplainOptions = { on: Temporal.PlainDate; figure: string } & PlanChoice;

export type Explained =
  | ({ outcome: "explained" } & Explanation)
  | { outcome: "unknown-figure"; figure: string; accepted: readonly string[] };

/** The shapes of path that name a figure. */
export const FIGURES = [
  `statement.<date>.<${STATEMENT_COLUMNS.join("|")}>`,
  "preview.<field>, e.g. preview.thisMonth.fee.likely or preview.months.2026-07.fee.low",
  "closure.<field>, e.g. closure.refund.scenario or closure.costToClose.days.2026-07-16.net",
] as const;

type Found = {
  grounds: Grounds | null;
  report: { unread: Explanation["arithmetic"] };
  value: unknown;
};

/** The inputs, rule, quote and arithmetic behind one figure of the other reports. */
export function explainFigure(account: Account, options: ExplainOptions): Explained {
  const { figure } = options;
  for (const { report, path } of figurePaths(figure)) {
    const found = find(account, options, report, path);
    if (found?.grounds && found.value !== undefined) {
      const { grounds, value, report } = found;
      const arithmetic = withUnread(grounds.arithmetic, report.unread);
      return {
        outcome: "explained",
        ...{ figure, value, ...grounds, arithmetic },
      };
    }
  }
  return { outcome: "unknown-figure", figure, accepted: FIGURES };
}

/** What is not in a figure is said beside it, once. */
function withUnread(arithmetic: readonly Note[], unread: readonly Note[]): Note[] {
  const said = new Set(arithmetic.map(({ id }) => id.replace(/Of$/, "")));
  return [...arithmetic, ...unread.filter(({ id }) => !said.has(id))];
}

function find(
  account: Account,
  options: ExplainOptions,
  name: Report,
  path: readonly string[],
): Found | null {
  const on = toDay(options.on);
  if (name === "statement") return findStatement(account, options, path);
  if (name === "preview") {
    const totals = totalsOf(account.actions, on);
    const report = previewReport(account, options);
    const grounds = explainPreview(billingFor(account, totals, on, {}, options), path);
    return { grounds, report, value: lookUp(report, path) };
  }
  const report = closureReport(account, options);
  return {
    grounds: explainClosure(closure(account, on, options), path),
    report,
    value: lookUp(report, path),
  };
}

function findStatement(account: Account, options: ExplainOptions, path: readonly string[]): Found | null {
  const cell = statementCell(path);
  if (cell === null) return null;
  const { date, column } = cell;
  const plainDate = Temporal.PlainDate.from(date);
  const day = toDay(plainDate);
  const totals = totalsOf(account.actions);
  const billing = billingFor(account, totals, toDay(options.on), {}, options);
  const [found] = statement(billing, { from: day, to: day, everyDay: true }).days;
  const report = statementReport(account, { ...options, from: plainDate, to: plainDate, everyDay: true });
  if (!found) return null;
  const grounds = explainStatement(billing, found, column);
  return { grounds, report, value: lookUp(report, ["days", date, column]) };
}
