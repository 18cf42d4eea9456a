import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { readEverything } from "#app/services/sync/refresh-facts.server.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { KEY } from "#test/harness/sync/account.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { postgresPlaces } from "#test/harness/sync/places.ts";
import { note } from "./history.ts";
import { openAccount } from "./pages/account.ts";

const { values } = parseArgs({ options: { nights: { type: "string", default: "10" } } });
const nights = wholeNumber(values.nights, { from: 1, example: "node bench/night.bench.ts --nights 10" });
const ACCOUNTS = [10, 1_000];
/** Nights that only warm up, as a worker is warm after its first stores. */
const WARM_UP = 3;

const processorSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const places = await postgresPlaces();
for (const count of ACCOUNTS) {
  const served = await serveAccount(count);
  const target = await places.next();
  await readAccount(served.url, target);
  const { deps, opened } = await openAccount({ url: served.url, target });
  let took = 0;
  let night = -WARM_UP;
  let before = process.cpuUsage();
  for (let day = 1; night < nights; day += 1, night += 1) {
    if (night === 0) {
      before = process.cpuUsage();
      took = performance.now();
    }
    const clock = { now: () => deps.clock.now().add({ hours: 24 * day }) };
    const whole = { kind: "full", inBackground: true, signal: new AbortController().signal } as const;
    const read = await readEverything({ shop: KEY.shop, ...whole }, { ...deps, clock });
    if (read === "not-connected" || read.outcome !== "complete")
      throw new Error(`Not read: ${JSON.stringify(read)}`);
  }
  const processor = processorSeconds(before) / nights;
  const seconds = (performance.now() - took) / 1_000 / nights;
  note(`night, ${count} actions`, { "s of processor": processor, s: seconds });
  console.log(
    `A store of ${count} actions, read anew each night: ${processor.toFixed(2)} s of processor in the worker, ` +
      `beside PostgreSQL's and impact.com's; ${seconds.toFixed(1)} s here`,
  );
  await opened.close();
  served.stop();
}
await places.clear();
