import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { runSeed } from "./run-seed.ts";

/** `npm run faults -- --seeds 1000` runs seeds 1 to 1000; `--seed 17` tells the story of one. */
const { values } = parseArgs({
  options: { seeds: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const write = (line: string) => process.stdout.write(`${line}\n`);
const started = performance.now();
const typed = (text: string) => wholeNumber(text, { from: 1, example: "--seeds 1000 or --seed 17" });
const first = values.seed === undefined ? 1 : typed(values.seed);
const last = values.seed === undefined ? typed(values.seeds) : first;
let mails = 0;
let broken = 0;
for (let seed = first; seed <= last; seed += 1) {
  const result = await runSeed(seed);
  mails += result.mails;
  if (values.seed !== undefined)
    for (const [index, line] of result.story.entries()) write(`${index + 1}. ${line}`);
  for (const { invariant, what } of result.violations) write(`seed ${seed}: ${invariant} broken: ${what}`);
  if (result.violations.length > 0) broken += 1;
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
write(`${last - first + 1} seeds, ${mails} mails, ${broken} seeds with a broken invariant, ${seconds} s`);
process.exit(broken > 0 ? 1 : 0);
