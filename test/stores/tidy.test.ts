import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import type { StoredAction } from "#app/ports/index.ts";
import { PLACES, type Place } from "./databases.ts";

const KEY = { shop: "nightly.myshopify.com", accountSid: "IRnightly0001" };
const actions = Array.from(
  { length: 2_000 },
  (_, index): StoredAction => ({
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
  }),
);

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
