import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import type { StoredAction } from "#app/ports/index.ts";
import { PLACES, type Place } from "./databases.ts";

const KEY = { shop: "nightly.myshopify.com", accountSid: "IRnightly0001" };
const one = (index: number): StoredAction => ({
  id: String(index),
  programId: "1000",
  program: "Acme",
  partner: "Blog",
  state: "APPROVED",
  amount: 1_000,
  payout: 75,
  trackedOn: 20_600,
  locksOn: 20_645,
  reversedOn: null,
  clearedOn: 20_700,
});
const actions = Array.from({ length: 2_000 }, (_, index) => one(index));

let place: Place;
let opened: OpenDatabase;
beforeAll(async () => {
  const [, make] = PLACES[0] ?? [];
  if (!make) throw new Error("There is no embedded database.");
  place = await make();
  opened = await place.open();
});
afterAll(async () => {
  await opened.close();
  await place.clear();
});

it("counts what a first reading brought, so that no page is planned for an empty table", async () => {
  const server = await PLACES[1]?.[1]();
  if (!server) throw new Error("There is no PostgreSQL.");
  const fresh = await server.open();
  const db = createDatabase(fresh, async () => undefined);
  await db.actions.put(KEY, actions, 1);
  await db.tidy();
  const [row] = await fresh.prisma.$queryRaw<{ known: number }[]>`
    SELECT "reltuples"::int AS "known" FROM pg_class WHERE "oid" = '"Action"'::regclass`;
  expect(row?.known).toBe(actions.length);
  await fresh.close();
  await server.clear();
});

it("groups the open ones of a table nobody has counted without comparing each with all", async () => {
  const db = createDatabase(opened, async () => undefined);
  const many = { ...KEY, accountSid: "IRmany00000001" };
  const open = Array.from({ length: 6_000 }, (_, index): StoredAction => {
    const day = 20_600 + (index % 300);
    return { ...one(index), state: "PENDING", trackedOn: 20_500, locksOn: day, clearedOn: null };
  });
  await db.actions.put(many, open, 1);
  const started = performance.now();
  const current = await db.actions.currentActions(many, 20_550);
  // Each with all takes half a minute; this takes a twentieth of a second.
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(current.open).toHaveLength(300);
  expect(current.open.every(({ count, first }) => count === 20 && first.length === 20)).toBe(true);
});

it("keeps the embedded database from growing with each night's reading of the same actions", async () => {
  const db = createDatabase(opened, async () => undefined);
  const sizeAfter = async (run: number): Promise<number> => {
    await db.actions.put(KEY, actions, run);
    await db.tidy();
    const [row] = await opened.prisma.$queryRaw<{ size: bigint }[]>`
      SELECT pg_total_relation_size('"Action"') AS size`;
    return Number(row?.size);
  };
  await sizeAfter(1);
  // The second night needs room for both versions of each row; from then on the freed half is used again.
  const second = await sizeAfter(2);
  for (let night = 3; night < 7; night += 1) await sizeAfter(night);
  expect(await sizeAfter(7)).toBeLessThan(second * 1.2);
});
