import { mkdirSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import { syncActions } from "#app/services/sync/sync-actions.server.ts";
import { ACCOUNT, KEY, PROGRAMS } from "./account.ts";
import { digestOf } from "./digest.ts";

/**
 * Reads the large account into a database to the end, then prints one line about what is there. Arguments: address of
 * the API, data folder, time of the clock. With DATABASE_URL it reads into PostgreSQL.
 */
const [baseUrl = "", dataDir = "", now = "2026-05-12T09:00:00Z"] = process.argv.slice(2);
const clock = { now: () => Temporal.Instant.from(now) };
const wasmMb = watchWasm();
const quiet = { debug: () => undefined, warn: () => undefined };
mkdirSync(dataDir, { recursive: true });
const opened = await openDatabase({
  dataDir,
  databaseUrl: process.env.DATABASE_URL,
  migrationsDir: path.resolve("prisma/migrations"),
  holder: "a measured reading",
});
const db = createDatabase(opened, async () => undefined);
await db.connections.save({
  ...KEY,
  kind: "brand",
  sealedToken: "unused",
  connectedAt: clock.now(),
  connectedBy: "script",
});
const mb = () => Math.round(process.memoryUsage.rss() / 1_048_576);
// The embedded database lives in this process: what it takes by itself is told apart from what the reading adds.
const before = mb();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, mb());
}, 20);
process.stdout.write("reading\n");
const started = performance.now();
const busyBefore = process.cpuUsage();
const deps = { db, clock, impact: createImpactApi({ baseUrl, clock, log: quiet }) };
for (;;) {
  const read = await syncActions(
    {
      key: KEY,
      kind: "brand",
      credentials: { accountSid: KEY.accountSid, authToken: "demo-token-large" },
      programs: PROGRAMS,
      account: ACCOUNT,
      wanted: { kind: "continue" },
      signal: new AbortController().signal,
      lease: { owner: String(process.pid), seconds: 1 },
    },
    deps,
  );
  if (read.outcome === "complete") break;
  if (read.outcome !== "busy") throw new Error(JSON.stringify(read));
  // A process that was killed leaves its lease behind; here it lasts a second.
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(busyBefore);
clearInterval(watch);
const figures = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  idleMb: before,
  peakMb: peak,
  wasmMb: wasmMb(),
};
process.stdout.write(`${JSON.stringify({ ...figures, ...(await digestOf(db)) })}\n`);
await opened.close();

/** Mebibytes the embedded database takes as its WebAssembly heap, which never shrinks; 0 with PostgreSQL. */
function watchWasm(): () => number {
  const heaps: WebAssembly.Memory[] = [];
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      heaps.push(this);
    }
  };
  return () => Math.round(heaps.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 1_048_576);
}
