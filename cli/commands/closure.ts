import { closingOutlook, closureReport, toDate } from "#app/domain/index.ts";
import type { Command } from "../command.ts";
import { orderProblem, todayIn, valueReader } from "../dates.ts";
import { entriesOf, field } from "../report-fields.ts";
import { factsTable, tableOf } from "../table.ts";

const FACTS = ["asOf", "route", "trial", "daysActive", "refund", "earliestClosing", "assumptions"];
const CHECKLIST = ["key", "status", "open"];
const SCENARIOS = ["key", "approved", "commission", "earliest", "cheapest"];
const COSTS = ["date", "possible", "fees", "partnerCosts", "fromBalance", "expectedRefund", "net"];

export const closureCommand: Command = {
  name: "closure",
  summary: "How to close: route, refund, earliest closing date, tasks, and cost",
  usage: "closure FILE [--on D] [--table]",
  options: [{ name: "on", value: "D", help: "The day to start from (default: today)" }],
  make: (account, values) => {
    const read = valueReader(values);
    const on = read.date("on") ?? todayIn(account.timeZone);
    const signUp = { name: "signedUpOn", date: toDate(account.signedUpOn) };
    const problems = [...read.problems, ...orderProblem({ name: "--on", date: on }, signUp)];
    if (problems.length > 0) return { outcome: "refused", problems };
    return {
      outcome: "made",
      report: { ...closureReport(account, { on }), outlook: closingOutlook(account, { on }) },
    };
  },
  table: (report) => {
    const cost = field(report, "costToClose");
    const rows = (list: unknown, columns: readonly string[]) =>
      entriesOf(list).map((entry) => columns.map((column) => field(entry, column)));
    return [
      factsTable(Object.fromEntries(FACTS.map((name) => [name, field(report, name)]))),
      tableOf(CHECKLIST, rows(field(report, "checklist"), CHECKLIST)),
      tableOf(COSTS, rows(field(cost, "days"), COSTS)),
      factsTable({ cheapest: field(cost, "cheapest") }),
      tableOf(SCENARIOS, rows(field(field(report, "outlook"), "scenarios"), SCENARIOS)),
    ].join("\n");
  },
};
