import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { buildApp } from "#scripts/prepare.ts";
import { runFleet } from "./faults/fleet.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "30" }, every: { type: "string", default: "200" } },
});
const example = "npm run faults:fleet -- --minutes 30 --every 200";
const minutes = wholeNumber(values.minutes, { from: 1, example });
const every = wholeNumber(values.every, { from: 1, example });

buildApp();
const report = await runFleet(minutes, every);
for (const problem of report.problems) console.log(problem);
const { problems, left, ...figures } = report;
for (const each of left) console.log(`left in the queue: ${JSON.stringify(each)}`);
console.log(JSON.stringify({ minutes, everyMs: every, ...figures, problems: problems.length }));
process.exit(problems.length > 0 ? 1 : 0);
