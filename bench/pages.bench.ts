import "#scripts/one-sentence.ts";
import { execFile } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { AS_STARTED } from "#scripts/as-started.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";
import { note } from "./history.ts";
import type { ReadAccount } from "./pages/account.ts";
import type { Memory, Task, Times } from "./pages/measure.ts";

const { values } = parseArgs({
  options: {
    actions: { type: "string", default: "200000" },
    database: { type: "string", default: "" },
    /** Pages alone, and their times alone. */
    quick: { type: "boolean", default: false },
  },
});
const count = wholeNumber(values.actions, {
  from: 1,
  example: "node bench/pages.bench.ts --actions 200000",
});
/** The accounts beside the large one. Each ratio is of the large one to the first. */
const SMALL = [10, 1_000];
/** The pages: how often the smallest account's may fit into the large one's. Files grow with what is in them. */
const GOAL = 1.5;
const PAGES = ["Home", "Fees", "Ledger", "Close"];
/** Mebibytes that writing a file may take beyond what the small account's takes. */
const MEMORY_GOAL = 100;
const FILES = ["account file", "CSV export"];

async function inAProcess<Result extends Times | Memory>(task: Task): Promise<Result> {
  const quiet = "--disable-warning=ExperimentalWarning";
  const args = [quiet, ...AS_STARTED, "bench/pages/measure.ts", JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const counts = [...SMALL, count];
const served = await Promise.all(counts.map((actions) => serveAccount(actions)));
const databases: [string, () => Promise<Places>][] = [
  ["PostgreSQL", postgresPlaces],
  ["embedded database", embeddedPlaces],
];
for (const [name, open] of databases.filter(([name]) => name.startsWith(values.database))) {
  const places = await open();
  const accounts: ReadAccount[] = [];
  for (const [index, actions] of counts.entries()) {
    const [url, target] = [served[index]?.url ?? "", await places.next()];
    const done = await readAccount(url, target);
    if (done === "killed" || done.actions !== actions) throw new Error(`${name}: wrong result`);
    accounts.push({ url, target });
    note(`reading of everything, ${name}, ${actions}`, {
      "s of processor": done.cpuSeconds,
      s: done.seconds,
    });
    console.log(
      `${name}, reading of everything, ${actions} actions: ${done.cpuSeconds.toFixed(1)} s of processor ` +
        `beside the database's, ${done.seconds.toFixed(1)} s`,
    );
  }
  const times = await inAProcess<Times>({ accounts, uses: values.quick ? PAGES : [...PAGES, ...FILES] });
  for (const [use, { taken, roundTrip }] of Object.entries(times)) {
    const [least = Number.NaN, most = Number.NaN] = [taken[0], taken.at(-1)];
    const goal = PAGES.includes(use) ? ` (goal ${GOAL})` : "";
    const each = taken.map((ms, index) => `${ms.toFixed(0)} ms with ${counts[index]}`).join(", ");
    note(`pages, ${name}, ${use}`, {
      ...Object.fromEntries(taken.map((ms, index) => [`ms with ${counts[index]}`, ms])),
      ratio: most / least,
    });
    console.log(
      `${name}, ${use}: ${each} actions, ratio ${(most / least).toFixed(2)}${goal}; ` +
        `${Math.round(most / roundTrip)} empty round trips`,
    );
  }
  const [fewest, , largest] = accounts;
  for (const use of values.quick ? [] : [...PAGES, ...FILES]) {
    if (!fewest || !largest) continue;
    const many = await inAProcess<Memory>({ use, account: largest });
    const few = await inAProcess<Memory>({ use, account: fewest });
    const more = many.peak - many.idle - (few.peak - few.idle);
    note(`pages, ${name}, ${use}, memory`, { "MB at most": many.peak, "MB more than with few": more });
    console.log(
      `${name}, ${use}: ${many.peak} MB at most, ${many.idle} MB before it began; ` +
        `with ${counts[0]} actions ${few.peak} and ${few.idle}: ${more} MB more (goal ${MEMORY_GOAL})`,
    );
  }
  await places.clear();
}
for (const each of served) each.stop();
