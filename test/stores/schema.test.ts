import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startPostgres } from "./real-postgres.ts";

const FOLDER = "prisma/migrations";
const MIGRATIONS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const sqlOf = (name: string) => readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");

const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
  WHERE table_schema = 'public' ORDER BY 1, 2`;
const INDEXES = `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;

// Their SQL alone: that both databases are given it, and once, is held by migrations.test.ts.
describe("the migrations", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let database: pg.Client;
  beforeAll(async () => {
    server = await startPostgres();
    database = new pg.Client({ connectionString: server.url });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await server.stop();
  });
  const empty = () => database.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  beforeEach(async () => void (await empty()));

  /** What the database looks like: its columns and its indexes. */
  const shape = async () => ({
    columns: (await database.query(COLUMNS)).rows,
    indexes: (await database.query(INDEXES)).rows,
  });

  it("lead to exactly what schema.prisma describes", async () => {
    for (const name of MIGRATIONS) await database.query(sqlOf(name));
    const reached = await shape();
    await empty();
    await database.query(
      execFileSync(
        "node_modules/.bin/prisma",
        ["migrate", "diff", "--from-empty", "--to-schema-datamodel", "prisma/schema.prisma", "--script"],
        { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
      ),
    );
    expect(reached.columns.length).toBeGreaterThan(100);
    expect(reached).toEqual(await shape());
  });

  it("ask about the requests of the time before as well: sent ones at the desk, closed ones at impact.com", async () => {
    const wanted = "20261120140000_status_watch";
    for (const name of MIGRATIONS) if (name < wanted) await database.query(sqlOf(name));
    await database.query(`
      INSERT INTO "ClosingRequest"
        ("id", "shop", "openKey", "reference", "route", "state", "subject", "body", "openItems", "createdAt", "updatedAt")
      SELECT id, shop, shop, id, 'r', state, 's', 'b', '[]', '2026-06-21', '2026-06-22'
      FROM (VALUES ('sent', 'a', 'sent'), ('mailed', 'b', 'sent'), ('closed', 'c', 'closed')) AS rows (id, shop, state);
      INSERT INTO "OutboundTicket" ("id", "shop", "requestId", "channel", "key", "content", "state", "createdAt", "settledAt")
      SELECT id, shop, id, channel, id, '{}', 'accepted', '2026-06-21', '2026-06-21'
      FROM (VALUES ('sent', 'a', 'zendesk'), ('mailed', 'b', 'smtp')) AS rows (id, shop, channel);
    `);
    await database.query(sqlOf(wanted));
    const { rows } = await database.query(
      `SELECT "shop", "requestId", "kind" FROM "RequestCheck" ORDER BY 1`,
    );
    expect(rows).toEqual([
      { shop: "a", requestId: "sent", kind: "desk" },
      { shop: "c", requestId: "closed", kind: "account" },
    ]);
  });
});
