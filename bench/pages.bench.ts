import "#scripts/one-sentence.ts";
import { execFile } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { wholeNumber } from "#scripts/bad-input.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";
import { note } from "./history.ts";
import type { ReadAccount } from "./pages/account.ts";
import type { Memory, Task, Times } from "./pages/measure.ts";

const { values } = parseArgs({
  options: { actions: { type: "string", default: "200000" }, database: { type: "string", default: "" } },
});
const count = wholeNumber(values.actions, {
  from: 1,
  example: "node bench/pages.bench.ts --actions 200000",
});
const FEW = 2_000;
/** The pages: how often the small account's page may fit into the large one's. Files grow with what is in them. */
const GOALS: Record<string, number> = { Home: 5, Fees: 1.5, Ledger: 1.5 };
/** Mebibytes that writing a file may take beyond what the small account's takes. */
const MEMORY_GOAL = 100;
const FILES = ["account file", "CSV export"];
/** As `npm start` runs the app. */
const AS_STARTED = ["--max-semi-space-size=8", "--heap-growing-percent=30"];

async function inAProcess<Result extends Times | Memory>(task: Task): Promise<Result> {
  const quiet = "--disable-warning=ExperimentalWarning";
  const args = [quiet, ...AS_STARTED, "bench/pages/measure.ts", JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const [served, servedFew] = [await serveAccount(count), await serveAccount(FEW)];
const databases: [string, () => Promise<Places>][] = [
  ["PostgreSQL", postgresPlaces],
  ["embedded database", embeddedPlaces],
];
for (const [name, open] of databases.filter(([name]) => name.startsWith(values.database))) {
  const places = await open();
  const read = async (url: string, actions: number): Promise<ReadAccount> => {
    const target = await places.next();
    const done = await readAccount(url, target);
    if (done === "killed" || done.actions !== actions) throw new Error(`${name}: wrong result`);
    return { url, target };
  };
  const [large, small] = [await read(served.url, count), await read(servedFew.url, FEW)];
  const times = await inAProcess<Times>({ large, small });
  for (const [use, taken] of Object.entries(times)) {
    const goal = GOALS[use] === undefined ? "" : ` (goal ${GOALS[use]})`;
    const trips = Math.round(taken.large / taken.roundTrip);
    note(`pages, ${name}, ${use}`, {
      "ms with many": taken.large,
      "ms with few": taken.small,
      ratio: taken.large / taken.small,
    });
    console.log(
      `${name}, ${use}: ${taken.large.toFixed(0)} ms with ${count} actions, ${taken.small.toFixed(0)} ms with ` +
        `${FEW}, ratio ${(taken.large / taken.small).toFixed(1)}${goal}; ${trips} empty round trips`,
    );
  }
  for (const use of [...Object.keys(GOALS), ...FILES]) {
    const many = await inAProcess<Memory>({ use, account: large });
    const few = await inAProcess<Memory>({ use, account: small });
    const more = many.peak - many.idle - (few.peak - few.idle);
    note(`pages, ${name}, ${use}, memory`, { "MB at most": many.peak, "MB more than with few": more });
    console.log(
      `${name}, ${use}: ${many.peak} MB at most, ${many.idle} MB before it began; ` +
        `with ${FEW} actions ${few.peak} and ${few.idle}: ${more} MB more (goal ${MEMORY_GOAL})`,
    );
  }
  await places.clear();
}
served.stop();
servedFew.stop();
