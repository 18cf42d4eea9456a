import "#scripts/one-sentence.ts";
import Table from "cli-table3";
import { type Entry, readHistory } from "./history.ts";

/** So many of the last runs of each bench stand side by side. */
const RUNS = 3;

const middle = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const table = new Table({
  head: [
    "Bench",
    "Figure",
    ...Array.from({ length: RUNS }, (_, at) => `${at + 1}`),
    "Middle",
    "Commit",
    "Load",
  ],
});
const byBench = new Map<string, Entry[]>();
for (const entry of readHistory()) byBench.set(entry.bench, [...(byBench.get(entry.bench) ?? []), entry]);
for (const [bench, entries] of byBench) {
  const last = entries.slice(-RUNS);
  const newest = last.at(-1) as Entry;
  for (const name of Object.keys(newest.figures)) {
    const runs = last.flatMap(({ figures }) => figures[name] ?? []);
    const cells = Array.from({ length: RUNS }, (_, at) => String(runs[at] ?? ""));
    table.push([bench, name, ...cells, String(middle(runs)), newest.commit, String(newest.load)]);
  }
}
console.log(byBench.size === 0 ? "Nothing was measured here yet: npm run bench" : table.toString());
