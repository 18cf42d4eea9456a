import { parseArgs } from "node:util";
import { type FaultChannel, startRounds } from "./faults/ticket-rounds.ts";

const { values } = parseArgs({ options: { seeds: { type: "string", default: "20" } } });
const seeds = Number(values.seeds);
if (!Number.isInteger(seeds) || seeds < 1) {
  console.error("Say how many rounds: npm run faults:tickets -- --seeds 200");
  process.exit(1);
}

const CHANNELS: readonly FaultChannel[] = ["smtp", "freshdesk"];
const started = Date.now();
let failed = 0;
let deaths = 0;
const deathsAt = new Map<string, number>();
for (const channel of CHANNELS) {
  const rounds = await startRounds(channel);
  for (let seed = CHANNELS.indexOf(channel); seed < seeds; seed += CHANNELS.length) {
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
  `${seeds} requests, ${deaths} times kill -9 (${where}), ${seeds - failed} with exactly one ticket and the right state, ${failed} not; ${seconds} s`,
);
process.exit(failed > 0 ? 1 : 0);
