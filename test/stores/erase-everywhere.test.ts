import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { PLACES, type Place } from "./databases.ts";

/** Tables that belong to no shop, with what keeps them from naming one. Every other table has a `shop`, and goes with it. */
const OF_NOBODY: Record<string, string> = {
  SuppressedAddress: "keyed hashes",
  DeletionRecord: "keyed hashes and counts",
  RateLimit: "keyed hashes",
  Oddity: "what impact.com answered that is no merchant's",
};
/** They name an account, not a shop, and go with its last connection. */
const OF_ACCOUNTS = ["AccountLease", "CallBudget"];

type Column = { table_name: string; column_name: string; data_type: string };

let place: Place;
let opened: OpenDatabase;
beforeAll(async () => {
  const [, make] = PLACES[0] ?? [];
  if (!make) throw new Error("There is no embedded database.");
  place = await make();
  opened = await place.open();
  await dropChecks();
});
afterAll(async () => {
  await opened.close();
  await place.clear();
});

/** A trace is no state and no kind: what a column may say does not matter here. */
async function dropChecks(): Promise<void> {
  const checks = await opened.prisma.$queryRaw<{ table: string; name: string }[]>`
    SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace`;
  for (const { table, name } of checks)
    await opened.prisma.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
}

const columns = () =>
  opened.prisma.$queryRaw<Column[]>`SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`;
const tablesOf = (all: Column[]) => [...new Set(all.map(({ table_name }) => table_name))];

/** A value of the column's type; every text is the trace itself, so that rows refer to each other as well. */
function valueFor(type: string, trace: string): string {
  if (/^(text|character varying)$/.test(type)) return `'${trace}'`;
  if (/^jsonb?$/.test(type)) return `'{"a": ["${trace}"]}'`;
  if (/^(integer|bigint)$/.test(type)) return "1";
  if (/^(timestamp|date)/.test(type)) return "'2026-01-01'";
  if (type === "boolean") return "true";
  throw new Error(`No value for a column of type ${type}.`);
}

/** Puts one row into every table, those that others refer to first. */
async function leaveTraces(trace: string): Promise<void> {
  const all = await columns();
  const fill = (table: string) => {
    const own = all.filter(({ table_name }) => table_name === table);
    const names = own.map(({ column_name }) => `"${column_name}"`).join(", ");
    const values = own.map(({ data_type }) => valueFor(data_type, trace)).join(", ");
    return opened.prisma.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${values})`);
  };
  let waiting = tablesOf(all);
  while (waiting.length > 0) {
    const left: string[] = [];
    for (const table of waiting) await fill(table).catch(() => left.push(table));
    if (left.length === waiting.length) throw new Error(`No row can be put into ${left.join(", ")}.`);
    waiting = left;
  }
}

/** Every table with a row that says it anywhere. */
async function tablesNaming(trace: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of tablesOf(await columns())) {
    const [row] = await opened.prisma.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${table}" AS row WHERE row::text LIKE '%${trace}%'`,
    );
    if (Number(row?.count) > 0) found.push(table);
  }
  return found;
}

it("leaves of an erased shop nothing in any table there is, and of the others everything (W9, I5)", async () => {
  const [gone, other] = ["trace-of-acme.myshopify.com", "trace-of-busy.myshopify.com"];
  for (const trace of [gone, other]) await leaveTraces(trace);
  const everywhere = tablesOf(await columns());
  expect(await tablesNaming(gone)).toEqual(everywhere);
  await createDatabase(opened, async () => undefined).erasure.eraseShop(gone);
  expect(await tablesNaming(gone)).toEqual(Object.keys(OF_NOBODY).sort());
  expect(await tablesNaming(other)).toEqual(everywhere);
});

it("knows of every table whose it is", async () => {
  const all = await columns();
  const withShop = all
    .filter(({ column_name }) => column_name === "shop")
    .map(({ table_name }) => table_name);
  const others = tablesOf(all).filter((table) => !withShop.includes(table));
  expect(others).toEqual([...Object.keys(OF_NOBODY), ...OF_ACCOUNTS].sort());
});
