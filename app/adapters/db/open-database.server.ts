import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PgBoss } from "pg-boss";
import type { OpenDatabase } from "./database-kind.server.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrate, type SqlDatabase } from "./migrate.server.ts";
import { openEmbedded } from "./open-embedded.server.ts";

type Target = { dataDir: string; databaseUrl?: string | undefined; migrationsDir: string };

/**
 * Milliseconds. A host that vanishes closes no line: without an end of our own, whoever asks it waits for ever, and so
 * does every later one behind the full pool. Statements of ours take seconds; the longest of a night stays far below.
 */
const LINES = { connectionTimeoutMillis: 15_000, query_timeout: 120_000, keepAlive: true };

/** PostgreSQL when a URL is given, otherwise the embedded database in `dataDir`. */
export function openDatabase({ dataDir, databaseUrl, migrationsDir }: Target): Promise<OpenDatabase> {
  return databaseUrl ? openPostgres(databaseUrl, migrationsDir) : openEmbedded(dataDir, migrationsDir);
}

async function openPostgres(connectionString: string, migrationsDir: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const sql: SqlDatabase = {
    transaction: async (run) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        const result = await run({
          query: (text, values) => client.query(text, values),
          exec: async (text) => void (await client.query(text)),
        });
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      } finally {
        client.release();
      }
    },
  };
  try {
    await migrate(sql, migrationsDir);
  } finally {
    await pool.end();
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, ...LINES }) });
  const boss = new PgBoss({ connectionString, ...LINES });
  return { kind: "postgresql", prisma, boss, close: () => prisma.$disconnect() };
}
