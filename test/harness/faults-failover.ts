import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { buildApp } from "#scripts/prepare.ts";
import { EXIT_STEPS } from "./faults/exit-steps.ts";
import { MANNERS, startFailoverRounds } from "./faults/failover-rounds.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: String(EXIT_STEPS.length * MANNERS.length) },
    seed: { type: "string" },
    patient: { type: "boolean", default: false },
  },
});
const seeds = wholeNumber(values.seeds, { from: 1, example: "npm run faults:failover -- --seeds 27" });
const only =
  values.seed === undefined
    ? null
    : wholeNumber(values.seed, { from: 0, example: "npm run faults:failover -- --seed 5" });
const [from, to] = only === null ? [0, seeds] : [only, only + 1];

buildApp();
const started = Date.now();
const rounds = await startFailoverRounds({ patient: values.patient });
const [slowest, ready]: [number[], number[]] = [[], []];
let failed = 0;
let copies = 0;
for (let seed = from; seed < to; seed += 1) {
  const result = await rounds.round(seed);
  copies += result.copies;
  slowest.push(result.slowestMs);
  ready.push(result.readyAfterMs);
  if (result.problems.length > 0) failed += 1;
  const end = result.problems.length > 0 ? result.problems.join("; ") : "ok";
  console.log(
    `seed ${seed}, ${result.manner} at ${result.step}: slowest answer ${result.slowestMs} ms, ready ${result.readyAfterMs} ms after; ${end}`,
  );
  if (result.problems.length > 0) for (const line of result.seen) console.log(`  ${line}`);
}
await rounds.stop();
const seconds = Math.round((Date.now() - started) / 1000);
console.log(
  `${to - from} failures of the database under two instances, ${copies} copies of ${to - from - failed} warnings, ${failed} rounds with a problem; ` +
    `slowest answer ${Math.max(...slowest)} ms, ready again at most ${Math.max(...ready)} ms after; ${seconds} s`,
);
process.exit(failed > 0 ? 1 : 0);
