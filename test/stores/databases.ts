import { rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { enqueueWith, startQueue } from "#app/adapters/queue/queue.server.ts";
import type { Database, Job } from "#app/ports/index.ts";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";
import { layReadyDatabase, MIGRATIONS } from "#test/ready-database.ts";
import { startPostgres } from "./real-postgres.ts";
import { guardTenants } from "./tenant-guard.ts";

export { MIGRATIONS };

/** A place for a database, empty at first; it can be opened more than once, one after another. */
export type Place = {
  dataDir?: string;
  open(migrationsDir?: string): Promise<OpenDatabase>;
  clear(): Promise<void>;
};

type Places = [name: string, make: () => Promise<Place>][];

/** Where nothing was opened yet. */
export const EMPTY_PLACES: Places = [
  ["the embedded database", () => embeddedPlace({ ready: false })],
  ["PostgreSQL", () => postgresPlace({ ready: false })],
];

/** The same with their migrations: they take most of the time a test file has to wait. */
export const PLACES: Places = [
  ["the embedded database", () => embeddedPlace({ ready: true })],
  ["PostgreSQL", () => postgresPlace({ ready: true })],
];

async function embeddedPlace({ ready }: { ready: boolean }): Promise<Place> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "settled-pglite-"));
  if (ready) await layReadyDatabase(dataDir);
  else await leaveHalfMade(dataDir);
  return {
    open: (migrationsDir = MIGRATIONS) => openDatabase({ dataDir, migrationsDir, holder: "a test" }),
    clear: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** What a first start leaves behind that was killed before the database was whole. */
async function leaveHalfMade(dataDir: string): Promise<void> {
  await mkdir(path.join(dataDir, "db.new"));
  await writeFile(path.join(dataDir, "db.new", "PG_VERSION"), "18");
}

async function postgresPlace(options: { ready: boolean }): Promise<Place> {
  const server = await startPostgres(options);
  return {
    open: (migrationsDir = MIGRATIONS) =>
      openDatabase({ dataDir: "unused", databaseUrl: server.url, migrationsDir, holder: "a test" }),
    clear: () => server.stop(),
  };
}

/** Opens a place before the tests of a block and clears it after them. */
export function atPlace(
  make: () => Promise<Place>,
  begin: (opened: OpenDatabase) => Promise<void> | void,
): void {
  let place: Place;
  let opened: OpenDatabase;
  beforeAll(async () => {
    place = await make();
    opened = await place.open();
    await begin(opened);
  });
  afterAll(async () => {
    await opened.close();
    await place.clear();
  });
}

/** A database as the use-cases see it, and the jobs of a shop that were committed. */
export type Running = { db: Database; jobsOf(shop: string): Promise<Job[]>; stop(): Promise<void> };

export const DATABASES: [name: string, start: () => Promise<Running>][] = [
  ["the fake in memory", startMemory],
  ...PLACES.map(([name, make]): [string, () => Promise<Running>] => [name, () => startReal(make)]),
];

async function startMemory(): Promise<Running> {
  const db = createMemoryDatabase();
  return {
    db,
    jobsOf: async (shop) => db.jobs.filter(({ data }) => data.shop === shop),
    stop: async () => undefined,
  };
}

async function startReal(make: () => Promise<Place>): Promise<Running> {
  const place = await make();
  const opened = await place.open();
  await startQueue(opened.boss, (error) => {
    throw error;
  });
  return {
    db: createDatabase(guardTenants(opened), enqueueWith(opened.boss)),
    jobsOf: async (shop) =>
      opened.prisma.$queryRaw<Job[]>`SELECT name, data FROM pgboss.job WHERE data->>'shop' = ${shop}`,
    stop: async () => {
      await stopQueue(opened);
      await opened.close();
      await place.clear();
    },
  };
}

/** Ends the queue's timers before its database goes away. */
export const stopQueue = ({ boss }: OpenDatabase): Promise<void> => boss.stop({ graceful: false });
