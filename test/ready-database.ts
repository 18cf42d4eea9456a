import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { startQueue } from "#app/adapters/queue/queue.server.ts";

export const MIGRATIONS = path.resolve("prisma/migrations");
const CACHE = path.resolve("node_modules/.cache/settled-test");

/**
 * Lays an embedded database with all migrations into a data folder. Making one takes seconds of processor time and
 * each test file wants its own, so it is made once and copied; its name says from what, so that it is never stale.
 */
export async function layReadyDatabase(dataDir: string): Promise<void> {
  const ready = path.join(CACHE, `database-${fingerprint()}`);
  if (!existsSync(ready)) await make(ready);
  await cp(path.join(ready, "db"), path.join(dataDir, "db"), { recursive: true });
}

async function make(ready: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(`${ready}-`);
  const opened = await openDatabase({ dataDir: unfinished, migrationsDir: MIGRATIONS, holder: "a test" });
  await startQueue(opened.boss, (error) => {
    throw error;
  });
  await opened.boss.stop({ graceful: false });
  await opened.close();
  try {
    await rename(unfinished, ready);
  } catch (error) {
    // Another test file was quicker; its database is the same.
    await rm(unfinished, { recursive: true });
    if (!existsSync(ready)) throw error;
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(MIGRATIONS, { recursive: true, encoding: "utf8" }).sort())
    if (file.endsWith(".sql")) hash.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  for (const name of ["@electric-sql/pglite", "pg-boss"])
    hash.update(readFileSync(path.resolve("node_modules", name, "package.json")));
  // The queues are in it with their retries.
  for (const name of ["catalog", "queue", "dead-jobs"])
    hash.update(readFileSync(path.resolve(`app/adapters/queue/${name}.server.ts`)));
  return hash.digest("hex").slice(0, 16);
}
