import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { type FaultChannel, startRounds } from "./faults/ticket-rounds.ts";

const { values } = parseArgs({
  options: { seeds: { type: "string", default: "20" }, seed: { type: "string" } },
});
const seeds = wholeNumber(values.seeds, { from: 1, example: "npm run faults:tickets -- --seeds 200" });

/** One seed alone tells its story again. */
const only =
  values.seed === undefined
    ? null
    : wholeNumber(values.seed, { from: 0, example: "npm run faults:tickets -- --seed 17" });
const CHANNELS: readonly FaultChannel[] = ["smtp", "freshdesk"];
const started = Date.now();
let failed = 0;
let deaths = 0;
const deathsAt = new Map<string, number>();
for (const channel of CHANNELS) {
  const isOurs = (seed: number) => seed % CHANNELS.length === CHANNELS.indexOf(channel);
  if (only !== null && !isOurs(only)) continue;
  const rounds = await startRounds(channel);
  for (
    let seed = only ?? CHANNELS.indexOf(channel);
    seed < (only === null ? seeds : only + 1);
    seed += CHANNELS.length
  ) {
    const result = await rounds.round(seed);
    deaths += result.deaths.length;
    for (const step of result.deaths) deathsAt.set(step, (deathsAt.get(step) ?? 0) + 1);
    if (result.problems.length === 0) continue;
    failed += 1;
    console.log(
      `seed ${seed} over ${channel}, killed at ${result.deaths.join(", ")}: ${result.problems.join("; ")}`,
    );
  }
  await rounds.stop();
}
const seconds = Math.round((Date.now() - started) / 1000);
const where = [...deathsAt].map(([step, count]) => `${step} ${count}`).join(", ");
console.log(
  `${only === null ? seeds : 1} requests, ${deaths} times kill -9 (${where}), ${(only === null ? seeds : 1) - failed} with exactly one ticket and the right state, ${failed} not; ${seconds} s`,
);
process.exit(failed > 0 ? 1 : 0);
