import { explainFigure, FIGURES, toDate } from "#app/domain/index.ts";
import type { Command } from "../command.ts";
import { orderProblem, todayIn, valueReader } from "../dates.ts";
import { problemLine } from "../problem-line.ts";
import { entriesOf, field } from "../report-fields.ts";
import { factsTable, tableOf } from "../table.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "The inputs, rule, quote and arithmetic behind one figure",
  usage: "explain FILE --figure PATH [--on D] [--table]",
  options: [
    {
      name: "figure",
      value: "PATH",
      help: "e.g. preview.thisMonth.fee.likely or statement.2026-07-01.cardCharge",
    },
    { name: "on", value: "D", help: "The day to start from (default: today)" },
  ],
  make: (account, values) => {
    const read = valueReader(values);
    const on = read.date("on") ?? todayIn(account.timeZone);
    const signUp = { name: "signedUpOn", date: toDate(account.signedUpOn) };
    const problems = [...read.problems, ...orderProblem({ name: "--on", date: on }, signUp)];
    const { figure } = values;
    if (typeof figure !== "string") problems.push(problemLine("--figure", "is missing", FIGURES.join("; ")));
    if (typeof figure !== "string" || problems.length > 0) return { outcome: "refused", problems };
    const explained = explainFigure(account, { on, figure });
    if (explained.outcome === "explained") {
      const { outcome, ...report } = explained;
      return { outcome: "made", report };
    }
    return {
      outcome: "refused",
      problems: [problemLine("--figure", `"${figure}" names no figure`, FIGURES.join("; "))],
    };
  },
  table: (report) => {
    const inputs = entriesOf(field(report, "inputs")).map((entry) => [
      field(entry, "label"),
      field(entry, "value"),
    ]);
    const facts = ["figure", "value", "rule", "arithmetic", "assumptions"];
    return [
      factsTable(Object.fromEntries(facts.map((name) => [name, field(report, name)]))),
      tableOf(["input", "value"], inputs),
    ].join("\n");
  },
};
