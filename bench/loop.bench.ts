import "#scripts/one-sentence.ts";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { AS_STARTED } from "#scripts/as-started.ts";
import { BadInput, wholeNumber } from "#scripts/bad-input.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";
import { endsWithUs } from "./ends-with-us.ts";
import { note } from "./history.ts";
import type { ReadAccount } from "./pages/account.ts";

const { values } = parseArgs({
  options: { actions: { type: "string", default: "200000" }, database: { type: "string", default: "" } },
});
const count = wholeNumber(values.actions, {
  from: 1,
  example: "node bench/loop.bench.ts --actions 200000",
});
/** Milliseconds. */
const GOALS = { probe: 200, blocked: 100 };
const EVERY_MS = 20;

/** Asks how the process does all the time, while it makes each thing five times at once. */
async function measure(database: string, account: ReadAccount): Promise<void> {
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "bench/loop/serve.ts"];
  const child = endsWithUs(
    spawn(process.execPath, [...args, JSON.stringify(account)], {
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  let probes: number[] = [];
  let watch: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const said: { port?: number; begun?: string; ended?: string; blockedMs?: number } = JSON.parse(line);
    const { port } = said;
    if (port !== undefined)
      watch = setInterval(() => {
        const started = performance.now();
        fetch(`http://127.0.0.1:${port}/healthz`)
          .then((answer) => answer.text())
          .then(() => probes.push(performance.now() - started))
          .catch(() => undefined);
      }, EVERY_MS);
    if (said.begun !== undefined) probes = [];
    if (said.ended === undefined) continue;
    const slow = probes.sort((a, b) => a - b).at(Math.ceil(0.99 * probes.length) - 1) ?? 0;
    note(`loop, ${database}, ${said.ended}`, { "p99 ms": slow, "blocked ms": said.blockedMs ?? 0 });
    console.log(
      `${database}, ${count} actions, ${said.ended} five times at once: /healthz ${slow.toFixed(0)} ms at p99 of ` +
        `${probes.length} (goal ${GOALS.probe}), loop blocked ${(said.blockedMs ?? 0).toFixed(0)} ms at most (goal ${GOALS.blocked})`,
    );
  }
  clearInterval(watch);
}

const databases: [string, () => Promise<Places>][] = [
  ["PostgreSQL", postgresPlaces],
  ["embedded database", embeddedPlaces],
];
const chosen = databases.filter(([name]) => name.startsWith(values.database));
if (chosen.length === 0)
  throw new BadInput(`There is no database "${values.database}". Choose one of: PostgreSQL, embedded.`);
const served = await serveAccount(count);
for (const [name, open] of chosen) {
  const places = await open();
  const target = await places.next();
  if ((await readAccount(served.url, target)) === "killed") throw new Error(`${name}: nothing was read`);
  await measure(name, { url: served.url, target });
  await places.clear();
}
served.stop();
