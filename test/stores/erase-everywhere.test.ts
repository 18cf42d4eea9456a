import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { startQueue } from "#app/adapters/queue/queue.server.ts";
import { PLACES, type Place, stopQueue } from "./databases.ts";

/** Tables that belong to no shop, with what keeps them from naming one. Every other table has a `shop`, and goes with it. */
const OF_NOBODY: Record<string, string> = {
  SuppressedAddress: "keyed hashes",
  SoftBounce: "keyed hashes",
  DeletionRecord: "keyed hashes and counts",
  RateLimit: "keyed hashes",
  Oddity: "what impact.com answered that is no merchant's",
};
/** They name an account, not a shop, and go with its last connection. */
const OF_ACCOUNTS = ["AccountLease", "CallBudget"];

type Column = { table_name: string; column_name: string; data_type: string };

/** A trace is no state and no kind: what a column may say does not matter here. */
async function dropChecks({ prisma }: OpenDatabase): Promise<void> {
  const checks = await prisma.$queryRaw<{ table: string; name: string }[]>`
    SELECT conrelid::regclass::text AS table, conname::text AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace`;
  for (const { table, name } of checks)
    await prisma.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
}

const columns = ({ prisma }: OpenDatabase) =>
  prisma.$queryRaw<
    Column[]
  >`SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`;
const tablesOf = (all: Column[]) => [...new Set(all.map(({ table_name }) => table_name))];

/** A value of the column's type; every text is the trace itself, so that rows refer to each other as well. */
function valueFor(type: string, trace: string): string {
  if (/^(text|character varying)$/.test(type)) return `'${trace}'`;
  if (/^jsonb?$/.test(type)) return `'{"a": ["${trace}"]}'`;
  if (/^(integer|bigint|numeric)$/.test(type)) return "1";
  if (/^(timestamp|date)/.test(type)) return "'2026-01-01'";
  if (type === "boolean") return "true";
  throw new Error(`No value for a column of type ${type}.`);
}

/** Puts one row into every table, those that others refer to first. */
async function leaveTraces(trace: string, opened: OpenDatabase): Promise<void> {
  const { prisma } = opened;
  const all = await columns(opened);
  const fill = (table: string) => {
    const own = all.filter(({ table_name }) => table_name === table);
    const names = own.map(({ column_name }) => `"${column_name}"`).join(", ");
    const values = own.map(({ data_type }) => valueFor(data_type, trace)).join(", ");
    return prisma.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${values})`);
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
async function tablesNaming(trace: string, opened: OpenDatabase): Promise<string[]> {
  const found: string[] = [];
  for (const table of tablesOf(await columns(opened))) {
    const [row] = await opened.prisma.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${table}" AS row WHERE row::text LIKE '%${trace}%'`,
    );
    if (Number(row?.count) > 0) found.push(table);
  }
  return found;
}

/** One job in each state it can be in, one that died, and the key of one at work as pg-boss notes it. */
async function leaveJobs(trace: string, { boss, prisma }: OpenDatabase): Promise<void> {
  for (const state of ["created", "retry", "active", "completed", "cancelled", "failed"]) {
    const id = await boss.send("deliver-mail", { shop: trace, mailId: state });
    await prisma.$executeRaw`UPDATE pgboss.job SET state = ${state}::text::pgboss.job_state,
      output = ${JSON.stringify({ message: trace })}::jsonb WHERE id = ${id}::uuid`;
  }
  for (const purpose of ["continue", "nightly"]) {
    const singletonKey = `${purpose}:${trace}`;
    await boss.send("sync-actions", { shop: trace, purpose }, { singletonKey });
    await prisma.$executeRaw`UPDATE pgboss.queue
      SET singletons_active = array_append(singletons_active, ${singletonKey}) WHERE name = 'sync-actions'`;
  }
  const dead = await boss.send("dead-jobs", { shop: trace, mailId: "dead" });
  await prisma.$executeRaw`UPDATE pgboss.job SET source_name = 'deliver-mail',
    source_output = ${JSON.stringify({ message: trace })}::jsonb WHERE id = ${dead}::uuid`;
}

/** How many rows of each of the queue's own tables say it anywhere. */
async function queueNaming(trace: string, { prisma }: OpenDatabase): Promise<Record<string, number>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'pgboss' ORDER BY 1`;
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM pgboss."${name}" AS row WHERE row::text LIKE '%${trace}%'`,
    );
    if (Number(row?.count) > 0) found[name] = Number(row?.count);
  }
  return found;
}

describe.each(PLACES)("an erased shop on %s", (_name, make) => {
  let place: Place;
  let opened: OpenDatabase;
  beforeAll(async () => {
    place = await make();
    opened = await place.open();
    await startQueue(opened.boss, (error) => {
      throw error;
    });
    await dropChecks(opened);
  });
  afterAll(async () => {
    await stopQueue(opened);
    await opened.close();
    await place.clear();
  });

  it("leaves nothing in any table there is, and of the others everything (W9, I5)", async () => {
    const [gone, other] = ["trace-of-acme.myshopify.com", "trace-of-busy.myshopify.com"];
    for (const trace of [gone, other]) await leaveTraces(trace, opened);
    for (const trace of [gone, other]) await leaveJobs(trace, opened);
    const everywhere = tablesOf(await columns(opened));
    expect(await tablesNaming(gone, opened)).toEqual(everywhere);
    // The table of jobs and its partition show the same rows.
    const jobs = { job: 9, job_common: 9, queue: 1 };
    expect(await queueNaming(gone, opened)).toEqual(jobs);
    const erased = await createDatabase(opened, async () => undefined).erasure.eraseShop(gone);
    expect(erased).toMatchObject({ jobs: 9, shops: 1 });
    expect(await tablesNaming(gone, opened)).toEqual(Object.keys(OF_NOBODY).sort());
    expect(await queueNaming(gone, opened)).toEqual({});
    expect(await tablesNaming(other, opened)).toEqual(everywhere);
    expect(await queueNaming(other, opened)).toEqual(jobs);
  });

  it("has left no table of which nobody knows whose it is", async () => {
    const all = await columns(opened);
    const withShop = all
      .filter(({ column_name }) => column_name === "shop")
      .map(({ table_name }) => table_name);
    const others = tablesOf(all).filter((table) => !withShop.includes(table));
    expect(others).toEqual([...Object.keys(OF_NOBODY), ...OF_ACCOUNTS].sort());
  });
});
