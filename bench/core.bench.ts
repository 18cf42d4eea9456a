import "#scripts/one-sentence.ts";
import { Temporal } from "temporal-polyfill";
import { Bench } from "tinybench";
import { billingFor } from "#app/domain/fees/billing.ts";
import { previewFromTotals, statementReport, summariseActions, toDay } from "#app/domain/index.ts";
import { statement } from "#app/domain/ledger/statement.ts";
import { heapBytes } from "./heap.ts";
import { note } from "./history.ts";
import { makeAccount, makeActions } from "./make-actions.ts";
import { addUp, addUpByDay } from "./plain-loop.ts";

const on = Temporal.PlainDate.from("2026-12-31");
const THIRTY_SIX_MONTHS = {
  from: Temporal.PlainDate.from("2024-01-15"),
  to: Temporal.PlainDate.from("2027-01-14"),
  on,
  everyDay: true,
};

const before = heapBytes();
const million = makeActions(1_000_000);
const megabytes = (heapBytes() - before) / 2 ** 20;
const many = summariseActions(million);
const few = summariseActions(makeActions(10_000));
million.length = 0;

const account = makeAccount(100_000);
const actions = account.actions ?? [];
let sink: unknown;

const bench = new Bench({ name: "billing core", time: 3_000, warmupTime: 1_000 });
bench
  .add("one sum", () => {
    sink = addUp(actions);
  })
  .add("sums by day", () => {
    sink = addUpByDay(actions);
  })
  .add("statement", () => {
    const billing = billingFor(account, summariseActions(actions), toDay(on));
    sink = statement(billing, {
      from: toDay(THIRTY_SIX_MONTHS.from),
      to: toDay(THIRTY_SIX_MONTHS.to),
      everyDay: true,
    });
  })
  .add("statement report", () => {
    sink = statementReport(account, THIRTY_SIX_MONTHS);
  })
  .add("preview of 10,000", () => {
    sink = previewFromTotals(account, few, { on });
  })
  .add("preview of 1,000,000", () => {
    sink = previewFromTotals(account, many, { on });
  });
await bench.run();
console.table(bench.table());

function latencyOf(name: string) {
  const result = bench.getTask(name)?.result;
  if (result?.state !== "completed") throw new Error(`${name} did not complete`);
  return result.latency;
}

/** How often the second task fits into the first: by medians, and by the least disturbed runs. */
function ratio(task: string, base: string): string {
  const [a, b] = [latencyOf(task), latencyOf(base)];
  return `${(a.p50 / b.p50).toFixed(2)} by medians, ${(a.min / b.min).toFixed(2)} by best runs`;
}

const p50 = (one: string, other: string): number => latencyOf(one).p50 / latencyOf(other).p50;
note("core", {
  "statement ÷ sums by day": p50("statement", "sums by day"),
  "statement ÷ one sum": p50("statement", "one sum"),
  "preview, 1,000,000 ÷ 10,000": p50("preview of 1,000,000", "preview of 10,000"),
  "MB for 1,000,000": megabytes,
});
console.log(
  `36-month statement of 100,000 actions ÷ sums by day: ${ratio("statement", "sums by day")} (goal 1.5)`,
);
console.log(
  `the same as JSON with sentences ÷ sums by day:       ${ratio("statement report", "sums by day")}`,
);
console.log(`36-month statement of 100,000 actions ÷ one sum:     ${ratio("statement", "one sum")}`);
console.log(
  `preview from totals, 1,000,000 ÷ 10,000 actions:     ${ratio("preview of 1,000,000", "preview of 10,000")} (goal 1.2)`,
);
console.log(
  `1,000,000 actions in memory: ${megabytes.toFixed(0)} MB; their daily totals: ${many.length} rows`,
);
if (sink === undefined) throw new Error("nothing was computed");
