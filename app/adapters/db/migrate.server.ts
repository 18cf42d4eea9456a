import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** The two calls both databases share; `transaction` runs all or nothing. */
export type SqlRunner = {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  exec(sql: string): Promise<void>;
};
export type SqlDatabase = { transaction<T>(run: (sql: SqlRunner) => Promise<T>): Promise<T> };

/** Prisma's own table, so that `prisma migrate status` and `deploy` elsewhere agree with what was applied here. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** Any fixed number will do; it only has to be the same in every instance that starts at the same time. */
const LOCK = 7_340_112;

/** Applies the migrations of `folder` that this database has not seen, in order. Returns their names. */
export async function migrate(database: SqlDatabase, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const known = await knownChecksums(database);
  const applied: string[] = [];
  for (const name of names) {
    const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    // Nearly every start finds them all here: one question instead of a transaction for each.
    if (known.get(name) === checksum) continue;
    if (await applyOnce(database, { name, sql, checksum })) applied.push(name);
  }
  return applied;
}

/** What was applied before, by name; nothing where the table is not there yet. */
async function knownChecksums(database: SqlDatabase): Promise<Map<unknown, unknown>> {
  return database.transaction(async (sql) => {
    const table = await sql.query(`SELECT to_regclass('"_prisma_migrations"')::text AS "found"`);
    if (table.rows[0]?.found == null) return new Map();
    const { rows } = await sql.query(
      `SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`,
    );
    return new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
  });
}

type Migration = { name: string; sql: string; checksum: string };

async function applyOnce(database: SqlDatabase, migration: Migration): Promise<boolean> {
  const { name, checksum } = migration;
  return database.transaction(async (sql) => {
    await sql.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await sql.exec(LEDGER);
    const known = await sql.query(
      `SELECT "checksum" FROM "_prisma_migrations" WHERE "migration_name" = $1 AND "finished_at" IS NOT NULL`,
      [name],
    );
    const seen = known.rows[0]?.checksum;
    if (seen !== undefined && seen !== checksum)
      throw new Error(`Migration ${name} was changed after it was applied; add a new one instead.`);
    if (seen !== undefined) return false;
    await sql.exec(migration.sql);
    await sql.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    return true;
  });
}
