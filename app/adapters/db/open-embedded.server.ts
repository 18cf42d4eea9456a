import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import type { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss } from "pg-boss";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { ConfigError } from "#app/config.server.ts";
import { type OpenDatabase, SELDOM } from "./database-kind.server.ts";
import { EmbeddedEngine } from "./embedded-engine.server.ts";
import { type FolderLock, heldMessage, lockFolder } from "./folder-lock.server.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrate, type SqlDatabase } from "./migrate.server.ts";

/**
 * The engine would compile what runs often a second time, better: one of PostgreSQL's functions alone then takes half a
 * gigabyte for a moment. Without that, long readings take as long, and everything short is quicker.
 */
const COMPILED_ONCE = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

/**
 * Opens the embedded database in `dataDir`, making it first where there is none. The folder is locked before anything in
 * it is touched and until it is closed; `holder` is what a second process is told about this one.
 */
export async function openEmbedded(
  dataDir: string,
  migrationsDir: string,
  holder: string,
): Promise<OpenDatabase> {
  const home = path.resolve(dataDir);
  const locking = await lockFolder(home, "app", holder);
  if (locking.outcome === "held") throw new ConfigError(heldMessage(home, locking.holder, REMEDY));
  try {
    return await openLocked(home, migrationsDir, locking.lock);
  } catch (error) {
    await locking.lock.release();
    throw error;
  }
}

const REMEDY =
  "Stop that process first, or give this one a folder of its own (DATA_DIR); several processes at once need PostgreSQL (DATABASE_URL).";

async function openLocked(home: string, migrationsDir: string, lock: FolderLock): Promise<OpenDatabase> {
  for (const flag of COMPILED_ONCE) setFlagsFromString(flag);
  const folder = path.join(home, "db");
  if (!existsSync(path.join(folder, "PG_VERSION"))) await make(home, folder);
  await tighten(folder);
  const engine = await EmbeddedEngine.open(folder).catch((error: Error) => {
    // The engine says no more than this of a cluster of another version, or one that lost a file.
    throw new ConfigError(
      `The embedded database in ${folder} (DATA_DIR) cannot be opened (${error.message.slice(0, 200)}): it is damaged, or of another version of PostgreSQL; put a backup back, or move the folder away to begin with an empty one.`,
    );
  });
  const sql: SqlDatabase = {
    transaction: (run) =>
      engine.transaction((tx) =>
        run({
          query: (text, values) => tx.query<Record<string, unknown>>(text, values),
          exec: async (text) => void (await tx.exec(text)),
        }),
      ),
  };
  await migrate(sql, migrationsDir).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(engine as unknown as PGlite) });
  const boss = new PgBoss({ db: fromPglite(engine), backend: "pglite", ...SELDOM });
  return {
    kind: "embedded",
    prisma,
    query: (text, values) => engine.query<Record<string, unknown>>(text, values),
    connections: () => ({ busy: 1, idle: 0, waiting: 0 }),
    boss,
    close: async () => {
      await prisma.$disconnect();
      await engine.close();
      await lock.release();
    },
  };
}

/**
 * Makes the cluster beside its place and moves it there, so that one whose making was killed is never opened. A process
 * of its own does it: making one needs 380 MB of WebAssembly heap, which a process keeps until it ends. Each draft has a
 * name of its own: the process of a start that was killed may still be writing the last one.
 */
async function make(home: string, folder: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith(DRAFT)) await rm(path.join(home, name), { recursive: true, force: true });
  const unfinished = await mkdtemp(path.join(home, `${DRAFT}-`));
  const program = fileURLToPath(new URL("./lay-cluster.server.ts", import.meta.url));
  const making = promisify(execFile)(process.execPath, ["--liftoff-only", program, unfinished]);
  await making.catch((error: Error) => {
    // What the process wrote begins with a page of the library's packed source; the reason stands at its end.
    throw new Error(`The embedded database could not be made: ${error.message.slice(-500)}`);
  });
  await rename(unfinished, folder);
}

const DRAFT = "db.new";

/** A database of before its files were for the owner only is made so, once. */
async function tighten(folder: string): Promise<void> {
  const { mode } = await stat(path.join(folder, "PG_VERSION"));
  if ((mode & 0o077) === 0) return;
  try {
    await chmod(folder, 0o700);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  } catch {
    throw new ConfigError(
      `The database folder ${folder} (DATA_DIR) belongs to another user; start as that user, or give it to this one with chown -R.`,
    );
  }
}
