import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { ConfigError } from "#app/config.server.ts";
import { type OpenDatabase, SELDOM } from "./database-kind.server.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrate, type SqlDatabase } from "./migrate.server.ts";
import { openEmbedded } from "./open-embedded.server.ts";
import { FITNESS, type Fitness, postgresFault, unfitness } from "./postgres-fault.server.ts";
import { preparedQuery } from "./prepared-query.server.ts";

type Target = {
  dataDir: string;
  databaseUrl?: string | undefined;
  migrationsDir: string;
  /** What this process is, for whoever tries to open the same embedded database meanwhile, for example "npm start". */
  holder: string;
  /** Whether this process works on jobs; one that does not leaves the queue's housekeeping and cron to those that do. */
  works?: boolean;
};

/**
 * Milliseconds. A host that vanishes closes no line: without an end of our own, whoever asks it waits for ever, and so
 * does every later one behind the full pool. Statements of ours take seconds; the longest of a night stays far below.
 */
const LINES = { connectionTimeoutMillis: 15_000, query_timeout: 120_000, keepAlive: true };

/** PostgreSQL when a URL is given, otherwise the embedded database in `dataDir`. */
export function openDatabase({
  dataDir,
  databaseUrl,
  migrationsDir,
  holder,
  works = true,
}: Target): Promise<OpenDatabase> {
  return databaseUrl
    ? openPostgres(databaseUrl, migrationsDir, works)
    : openEmbedded(dataDir, migrationsDir, holder);
}

const refuse = (sentence: string) => new ConfigError(`Settled cannot start: DATABASE_URL ${sentence}.`);

/** A first line to a server that has what is needed; otherwise a ConfigError that says what is not so. */
async function connect(connectionString: string): Promise<pg.Pool> {
  let pool: pg.Pool | undefined;
  try {
    pool = new pg.Pool({ connectionString, max: 1, ...LINES });
    // An idle line that ends is taken anew with the next statement, which then says what is wrong.
    pool.on("error", () => undefined);
    const { rows } = await pool.query<Fitness>(FITNESS);
    const lack = rows[0] && unfitness(rows[0], connectionString);
    if (lack) throw refuse(lack);
    return pool;
  } catch (error) {
    await pool?.end();
    throw error instanceof ConfigError ? error : refuse(postgresFault(error, connectionString));
  }
}

async function openPostgres(
  connectionString: string,
  migrationsDir: string,
  works: boolean,
): Promise<OpenDatabase> {
  const pool = await connect(connectionString);
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
  } catch (error) {
    // Tables that another role made; whatever else fails in a migration is a fault of ours and keeps its stack.
    const isRight = error instanceof Error && "code" in error && error.code === "42501";
    throw isRight ? refuse(postgresFault(error, connectionString)) : error;
  } finally {
    await pool.end();
  }
  const shared = new pg.Pool({ connectionString, ...LINES });
  // An idle line that ends is taken anew with the next statement, which then says what is wrong.
  shared.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(shared) });
  const boss = new PgBoss({ connectionString, ...LINES, ...SELDOM, supervise: works, schedule: works });
  return {
    kind: "postgresql",
    prisma,
    query: preparedQuery(shared),
    connections: () => ({
      busy: shared.totalCount - shared.idleCount,
      idle: shared.idleCount,
      waiting: shared.waitingCount,
    }),
    boss,
    close: async () => {
      await prisma.$disconnect();
      await shared.end();
    },
  };
}
