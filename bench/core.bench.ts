import { Temporal } from "temporal-polyfill";
import { Bench } from "tinybench";
import { previewFromTotals, statementReport, summariseActions } from "#app/domain/index.ts";
import { makeAccount, makeActions } from "./make-actions.ts";
import { addUp, addUpByDay } from "./plain-loop.ts";

const on = Temporal.PlainDate.from("2026-12-31");
const range = {
  from: Temporal.PlainDate.from("2024-01-15"),
  to: Temporal.PlainDate.from("2027-01-14"),
  on,
  everyDay: true,
};

const account = makeAccount(100_000);
const few = summariseActions(makeActions(10_000));
const many = summariseActions(makeActions(1_000_000));
let sink: unknown;

const bench = new Bench({ name: "billing core", time: 2_000, warmupTime: 500 });
bench
  .add("plain loop, one sum", () => {
    sink = addUp(account.actions ?? []);
  })
  .add("plain loop, sums by day", () => {
    sink = addUpByDay(account.actions ?? []);
  })
  .add("statement", () => {
    sink = statementReport(account, range);
  })
  .add("preview of 10,000 actions", () => {
    sink = previewFromTotals(account, few, { on });
  })
  .add("preview of 1,000,000 actions", () => {
    sink = previewFromTotals(account, many, { on });
  });
await bench.run();
console.table(bench.table());

/** Median time of a task in milliseconds. */
function median(name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== "completed") throw new Error(`${name} did not complete`);
  return result.latency.p50;
}

const ratio = (a: string, b: string) => (median(a) / median(b)).toFixed(2);
console.log(`statement ÷ plain loop, one sum:      ${ratio("statement", "plain loop, one sum")} (goal ≤ 3)`);
console.log(
  `statement ÷ plain loop, sums by day:  ${ratio("statement", "plain loop, sums by day")} (goal ≤ 3)`,
);
console.log(
  `preview 1,000,000 ÷ 10,000 actions:   ${ratio("preview of 1,000,000 actions", "preview of 10,000 actions")} (goal ≤ 1.2)`,
);
if (sink === undefined) throw new Error("nothing was computed");
