import {
  type Account,
  daysReport,
  parseDecimal,
  previewReport,
  standingReport,
  toDate,
  whatIfReport,
} from "#app/domain/index.ts";
import type { Command } from "../command.ts";
import { orderProblem, todayIn, valueReader } from "../dates.ts";
import type { OptionValues } from "../options.ts";
import { problemLine } from "../problem-line.ts";
import { entriesOf, field } from "../report-fields.ts";
import { factsTable, tableOf } from "../table.ts";

const MOST_MONTHS = 120;

export const previewCommand: Command = {
  name: "preview",
  summary:
    "This month's fee, the months to come, and where the account stands: next fee, commissions, overdue",
  usage:
    "preview FILE [--on D] [--months N] [--revenue P%] [--revenue-a-month A] [--contracts-end D] [--close D] [--table]",
  options: [
    { name: "on", value: "D", help: "The day to start from (default: today)" },
    { name: "months", value: "N", help: "Months to come (default: 12)" },
    { name: "revenue", value: "P%", help: "What if new revenue changed, for example +10% or -10%" },
    { name: "revenue-a-month", value: "A", help: "What if new actions brought this much revenue a month" },
    { name: "contracts-end", value: "D", help: "What if all contracts ended that day" },
    { name: "close", value: "D", help: "What if the account closed that day" },
  ],
  make: (account, values) => {
    const read = valueReader(values);
    const on = read.date("on") ?? todayIn(account.timeZone);
    const contractsEnd = read.date("contracts-end");
    const close = read.date("close");
    const months = monthsOf(values, read.problems);
    const revenueChange = percentOf(values, read.problems);
    const revenueAMonth = amountOf(values, account, read.problems);
    const start = { name: "--on", date: on };
    const problems = [
      ...read.problems,
      ...orderProblem(start, { name: "signedUpOn", date: toDate(account.signedUpOn) }),
      ...orderProblem({ name: "--contracts-end", date: contractsEnd }, start),
      ...orderProblem({ name: "--close", date: close }, start),
    ];
    if (problems.length > 0) return { outcome: "refused", problems };
    const tried = {
      revenueChange,
      ...(revenueAMonth && { revenueAMonth }),
      ...(contractsEnd && { contractsEnd }),
      ...(close && { close }),
    };
    return {
      outcome: "made",
      report: {
        ...previewReport(account, { on, months, ...tried }),
        standing: standingReport(account, { on }),
        days: daysReport(account, { on }),
        whatIf: isTried(tried) ? whatIfReport(account, { on, tried }) : null,
      },
    };
  },
  table: (report) => {
    const rows = entriesOf(field(report, "months")).map((month) => [
      field(month, "month"),
      ...["low", "likely", "high"].map((name) => field(field(month, "fee"), name)),
      ...["chargedOn", "partnerCost", "cardCharges"].map((name) => field(month, name)),
    ]);
    const plans = entriesOf(field(report, "plans")).map((plan) =>
      ["edition", "fee", "note"].map((name) => field(plan, name)),
    );
    const facts = [
      "asOf",
      "thisMonth",
      "year",
      "whatIf",
      "standing",
      "firstFee",
      "nextCardCharge",
      "breakEvenRevenue",
      "unread",
      "assumptions",
    ];
    return [
      factsTable(Object.fromEntries(facts.map((name) => [name, field(report, name)]))),
      tableOf(["month", "low", "likely", "high", "chargedOn", "partnerCost", "cardCharges"], rows),
      tableOf(["edition", "fee", "note"], plans),
    ].join("\n");
  },
};

function monthsOf({ months = "12" }: OptionValues, problems: string[]): number {
  const count = /^\d{1,3}$/.test(String(months)) ? Number(months) : 0;
  if (count >= 1 && count <= MOST_MONTHS) return count;
  problems.push(
    problemLine("--months", `"${months}" is not accepted`, `a whole number from 1 to ${MOST_MONTHS}`),
  );
  return 0;
}

const isTried = ({ revenueChange, ...others }: { revenueChange: number }): boolean =>
  revenueChange !== 0 || Object.keys(others).length > 0;

function amountOf(values: OptionValues, { currency }: Account, problems: string[]): string | null {
  const text = values["revenue-a-month"];
  if (typeof text !== "string") return null;
  if (parseDecimal(text, currency).outcome === "read") return text;
  problems.push(
    problemLine("--revenue-a-month", `"${text}" is not accepted`, `an amount of ${currency}, e.g. 2000`),
  );
  return null;
}

function percentOf({ revenue = "0%" }: OptionValues, problems: string[]): number {
  const match = /^([+-]?\d{1,4}(?:\.\d{1,4})?)%?$/.exec(String(revenue));
  const percent = match ? Number(match[1]) : Number.NaN;
  if (percent >= -100) return percent;
  problems.push(
    problemLine("--revenue", `"${revenue}" is not accepted`, "a percentage of -100% or more, e.g. +10%"),
  );
  return 0;
}
