import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { atPlace, PLACES } from "./databases.ts";

type Key = { table: string; key: string; columns: string[] };
type Link = { table: string; key: string; columns: string[]; foreign: string[] };

/** About no single shop: shared by all of them, or about an address or an account that several may have. */
const OF_NO_SHOP = [
  "AccountLease",
  "CallBudget",
  "DeletionRecord",
  "Oddity",
  "RateLimit",
  "SoftBounce",
  "SuppressedAddress",
];

/** For the version before, which writes these rows by this alone; the release after this one drops them. */
const UNTIL_NEXT_RELEASE = ["ExitCode_visit_key", "Session_id_key"];

const NAMES = (columns: string, of: string) => `ARRAY(SELECT a.attname::text FROM unnest(${columns})
  WITH ORDINALITY AS k(number, place) JOIN pg_attribute a ON a.attrelid = ${of} AND a.attnum = k.number ORDER BY k.place)`;
const KEYS = `SELECT c.relname AS "table", i.relname AS "key", ${NAMES("x.indkey", "c.oid")} AS "columns"
  FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations' ORDER BY 1, 2`;
const LINKS = `SELECT c.relname AS "table", f.conname AS "key", ${NAMES("f.conkey", "f.conrelid")} AS "columns",
  ${NAMES("f.confkey", "f.confrelid")} AS "foreign"
  FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
  WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;

// The rules by which Citus spreads tables over machines, and CockroachDB and YugabyteDB rows by partition.
describe.each(PLACES)("the tables on %s can be spread over machines by shop", (_name, make) => {
  let opened: OpenDatabase;
  atPlace(make, (fresh) => {
    opened = fresh;
  });
  const read = async <Row>(sql: string) => (await opened.query(sql, [])).rows as Row[];

  it("every primary and every unique key begins with the shop", async () => {
    const keys = await read<Key>(KEYS);
    expect(keys.length).toBeGreaterThan(35);
    const others = keys.filter(({ columns }) => columns[0] !== "shop");
    expect(others.filter(({ table }) => !OF_NO_SHOP.includes(table)).map(({ key }) => key)).toEqual(
      UNTIL_NEXT_RELEASE,
    );
    expect(new Set(others.map(({ table }) => table))).toEqual(
      new Set([...OF_NO_SHOP, "ExitCode", "Session"]),
    );
  });

  it("no foreign key leads to another shop's rows", async () => {
    const links = await read<Link>(LINKS);
    expect(links.map(({ table }) => table)).toEqual([
      "ClosingEvent",
      "ExportPart",
      "RequestAccount",
      "RequestCheck",
    ]);
    for (const { key, columns, foreign } of links)
      expect([key, columns[0], foreign[0]]).toEqual([key, "shop", "shop"]);
  });

  it("and docs/capacity.md says for each of them how", async () => {
    const tables = await read<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname <> '_prisma_migrations' ORDER BY 1`,
    );
    const calls = [
      ...readFileSync("docs/capacity.md", "utf8").matchAll(
        /create_(?:distributed|reference)_table\('"(\w+)"'(?:, '"?(\w+)"?')?/g,
      ),
    ].map(([, table, column]) => [table, column ?? "everywhere"]);
    expect(calls.map(([table]) => table).sort()).toEqual(tables.map(({ name }) => name));
    for (const [table, column] of calls) if (!OF_NO_SHOP.includes(table ?? "")) expect(column).toBe("shop");
  });
});
