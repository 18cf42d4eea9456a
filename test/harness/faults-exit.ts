import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { buildApp } from "#scripts/prepare.ts";
import { startExitRounds } from "./faults/exit-rounds.ts";

const { values } = parseArgs({ options: { seeds: { type: "string", default: "40" } } });
const seeds = wholeNumber(values.seeds, { from: 1, example: "npm run faults:exit -- --seeds 100" });

buildApp();
const started = Date.now();
const rounds = await startExitRounds();
const deathsAt = new Map<string, number>();
let failed = 0;
let copies = 0;
for (let seed = 0; seed < seeds; seed += 1) {
  const result = await rounds.round(seed);
  copies += result.copies;
  for (const step of result.deaths) deathsAt.set(step, (deathsAt.get(step) ?? 0) + 1);
  if (result.problems.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed}, killed at ${result.deaths.join(", ")}: ${result.problems.join("; ")}`);
}
await rounds.stop();
const deaths = [...deathsAt.values()].reduce((sum, count) => sum + count, 0);
const where = [...deathsAt].map(([step, count]) => `${step} ${count}`).join(", ");
const seconds = Math.round((Date.now() - started) / 1000);
console.log(
  `${seeds} uninstalls, ${deaths} times kill -9 (${where}), ${copies} copies of ${seeds - failed} warnings, ${failed} rounds with a problem; ${seconds} s`,
);
process.exit(failed > 0 ? 1 : 0);
