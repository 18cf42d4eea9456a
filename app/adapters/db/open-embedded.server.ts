import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss } from "pg-boss";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { OpenDatabase } from "./database-kind.server.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrate, type SqlDatabase } from "./migrate.server.ts";
import { POSTGRESQL_CONF } from "./postgresql-conf.server.ts";

/**
 * The engine would compile what runs often a second time, better: one of PostgreSQL's functions alone then takes half a
 * gigabyte for a moment. Without that, long readings take as long, and everything short is quicker.
 */
const COMPILED_ONCE = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

/** Opens the embedded database in `dataDir`, making it first where there is none. One process at a time. */
export async function openEmbedded(dataDir: string, migrationsDir: string): Promise<OpenDatabase> {
  for (const flag of COMPILED_ONCE) setFlagsFromString(flag);
  const folder = path.resolve(dataDir, "db");
  if (!existsSync(path.join(folder, "PG_VERSION"))) await make(folder);
  const pglite = await PGlite.create(folder, { postgresqlconf: POSTGRESQL_CONF });
  const sql: SqlDatabase = {
    transaction: (run) =>
      pglite.transaction((tx) =>
        run({
          query: (text, values) => tx.query<Record<string, unknown>>(text, values),
          exec: async (text) => void (await tx.exec(text)),
        }),
      ),
  };
  await migrate(sql, migrationsDir).catch(async (error: unknown) => {
    await pglite.close();
    throw error;
  });
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
  const boss = new PgBoss({ db: fromPglite(pglite), backend: "pglite" });
  return {
    kind: "embedded",
    prisma,
    boss,
    close: async () => {
      await prisma.$disconnect();
      await pglite.close();
    },
  };
}

/**
 * Makes the cluster beside its place and moves it there, so that one whose making was killed is never opened. A process
 * of its own does it: making one needs 380 MB of WebAssembly heap, which a process keeps until it ends.
 */
async function make(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  const program = fileURLToPath(new URL("./lay-cluster.server.ts", import.meta.url));
  const making = promisify(execFile)(process.execPath, ["--liftoff-only", program, draft]);
  await making.catch((error: Error) => {
    // What the process wrote begins with a page of the library's packed source; the reason stands at its end.
    throw new Error(`The embedded database could not be made: ${error.message.slice(-500)}`);
  });
  await rename(draft, folder);
}
