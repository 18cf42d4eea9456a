import "#scripts/one-sentence.ts";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { PAGE_SIZE } from "#app/adapters/impact/window-list.server.ts";
import type { ActionSlice } from "#app/ports/index.ts";
import { planEverything } from "#app/services/sync/plan-slices.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { KEY, PROGRAMS } from "#test/harness/sync/account.ts";
import { readAccount, serveAccount } from "#test/harness/sync/children.ts";
import { embeddedPlaces, type Places, postgresPlaces } from "#test/harness/sync/places.ts";
import { note } from "./history.ts";

const { values } = parseArgs({ options: { actions: { type: "string", default: "200000" } } });
const count = wholeNumber(values.actions, {
  from: 1,
  example: "node bench/sync.bench.ts --actions 200000",
});
const FILTERS = {
  tracked: ["Actions", "ActionDateStart", "ActionDateEnd"],
  locking: ["Actions", "LockingDateStart", "LockingDateEnd"],
  "reversals-of-tracked": ["ActionUpdates", "ActionDateStart", "ActionDateEnd"],
} as const;

/** Reads the same pages and parses them, and keeps nothing: what no store can be faster than. Seconds. */
async function readAndParse(url: string): Promise<number> {
  const started = performance.now();
  for (const slice of planEverything(PROGRAMS, Temporal.PlainDate.from("2026-05-12"))) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer: { "@numpages": string } = JSON.parse(await pageText(url, slice, page));
      pages = Number(answer["@numpages"]);
    }
  }
  return (performance.now() - started) / 1_000;
}

async function pageText(
  url: string,
  { list, programId, window }: ActionSlice,
  page: number,
): Promise<string> {
  if (list === "updated" || list === "reversals-updated")
    throw new Error(`A first reading has no list "${list}".`);
  const [path, start, end] = FILTERS[list];
  const query = new URLSearchParams({
    CampaignId: programId,
    PageSize: PAGE_SIZE,
    Page: String(page),
    [start]: `${window.from}T00:00:00Z`,
    [end]: `${window.to.subtract({ days: 1 })}T23:59:59Z`,
    ...(path === "ActionUpdates" && { State: "REVERSED" }),
  });
  const authorization = `Basic ${Buffer.from(`${KEY.accountSid}:demo-token-large`).toString("base64")}`;
  const headers = { accept: "application/json", authorization };
  const response = await fetch(`${url}/Advertisers/${KEY.accountSid}/${path}?${query}`, { headers });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  return response.text();
}

const served = await serveAccount(count);
// The first look makes the account's actions; it is not what is measured.
await readAndParse(served.url);
const databases: [string, () => Promise<Places>, string][] = [
  ["PostgreSQL", postgresPlaces, "goal ≥ 0.7"],
  ["embedded database", embeddedPlaces, "goal ≥ 0.4"],
];
for (const [name, open, goal] of databases) {
  const places = await open();
  // Before and after: what else the machine does changes while it is measured.
  const before = await readAndParse(served.url);
  const read = await readAccount(served.url, await places.next());
  const plain = (before + (await readAndParse(served.url))) / 2;
  await places.clear();
  if (read === "killed" || !read.sumsAgree || read.actions !== count)
    throw new Error(`${name}: wrong result`);
  const share = read.wasmMb === 0 ? "" : ` (${read.wasmMb} MB of them the embedded database's own heap)`;
  const memory = `${read.peakMb} MB at most, ${read.idleMb} MB before it began${share}`;
  const ratio = (plain / read.seconds).toFixed(2);
  note(`sync, ${name}`, {
    ratio: plain / read.seconds,
    seconds: read.seconds,
    "s of processor": read.cpuSeconds,
    "MB at most": read.peakMb,
  });
  console.log(
    `${count} actions into the ${name}: ${read.seconds.toFixed(1)} s (${read.cpuSeconds.toFixed(1)} s of processor), reading and parsing alone ` +
      `${plain.toFixed(1)} s, ratio ${ratio} (${goal}); ${memory}`,
  );
}
served.stop();
