import { statementReport } from "#app/domain/index.ts";
import type { Command } from "../command.ts";
import { orderProblem, todayIn, valueReader } from "../dates.ts";
import { entriesOf, field } from "../report-fields.ts";
import { factsTable, tableOf } from "../table.ts";

const COLUMNS = [
  "date",
  "opening",
  "newlyOwed",
  "payable",
  "deduction",
  "cardCharge",
  "closing",
  "projected",
  "notes",
];

export const statementCommand: Command = {
  name: "statement",
  summary: "The funding account day by day",
  usage: "statement FILE --from D --to D [--on D] [--every-day] [--table]",
  options: [
    { name: "from", value: "D", help: "First day, as YYYY-MM-DD" },
    { name: "to", value: "D", help: "Last day" },
    { name: "on", value: "D", help: "Later days are estimates (default: today)" },
    { name: "every-day", help: "Also the days on which nothing happens" },
  ],
  make: (account, values) => {
    const read = valueReader(values);
    const from = read.needed("from");
    const to = read.needed("to");
    const on = read.date("on") ?? todayIn(account.timeZone);
    const problems = [
      ...read.problems,
      ...orderProblem({ name: "--to", date: to }, { name: "--from", date: from }),
    ];
    if (!from || !to || problems.length > 0) return { outcome: "refused", problems };
    return {
      outcome: "made",
      report: statementReport(account, { from, to, on, everyDay: values["every-day"] === true }),
    };
  },
  table: (report) => {
    const days = entriesOf(field(report, "days"));
    const rows = days.map((day) => COLUMNS.map((column) => field(day, column)));
    const rest = {
      opening: field(report, "opening"),
      past: field(report, "past"),
      expected: field(report, "expected"),
      totals: field(report, "totals"),
      unread: field(report, "unread"),
      notes: field(report, "notes"),
      assumptions: field(report, "assumptions"),
    };
    return `${tableOf(COLUMNS, rows)}\n${factsTable(rest)}`;
  },
};
