import { describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createLimits, createStoreBurst, createWebhookBurst } from "#app/adapters/limits/limits.server.ts";
import type { Erasure, ExitCodeRow, ExitCodeStore } from "#app/ports/index.ts";
import { at, newShopDomain, pruneLimits } from "#test/factories/rows.ts";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";
import { atPlace, PLACES } from "./databases.ts";

/** What the operator reads. */
const said: unknown[] = [];
const LOG = { warn: (...line: unknown[]) => said.push(line) };

const now = at("2026-06-21T09:00:00Z");
const aCode = (overrides: Partial<ExitCodeRow> = {}): ExitCodeRow => ({
  visit: newShopDomain(),
  shop: newShopDomain(),
  codeMac: "mac-1",
  tries: 0,
  createdAt: now,
  expiresAt: now.add({ minutes: 10 }),
  provedUntil: null,
  mailId: null,
  ...overrides,
});

/** What holds of the codes wherever they lie. */
function codesHold(theDb: () => { exitCodes: ExitCodeStore; erasure: Erasure }): void {
  it("keep one a visit, the newest, and show it to no other shop", async () => {
    const code = aCode();
    await theDb().exitCodes.save({ ...code, codeMac: "older", tries: 3 });
    await theDb().exitCodes.save(code);
    expect(await theDb().exitCodes.find(code.shop, code.visit)).toEqual(code);
    expect(await theDb().exitCodes.find(newShopDomain(), code.visit)).toBeNull();
    expect(await theDb().exitCodes.countTry(newShopDomain(), code.visit, now, 5)).toBeNull();
  });

  it("keep one a visit when it asks for many at once, in many visits at once", async () => {
    const visits = Array.from({ length: 25 }, () => aCode());
    await Promise.all(
      visits.flatMap((code) =>
        Array.from({ length: 8 }, (_, at) => theDb().exitCodes.save({ ...code, codeMac: `mac-${at}` })),
      ),
    );
    for (const { shop, visit } of visits)
      expect((await theDb().exitCodes.find(shop, visit))?.codeMac).toMatch(/^mac-\d$/);
  });

  it("count five tries, however many come at once", async () => {
    const code = aCode();
    await theDb().exitCodes.save(code);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => theDb().exitCodes.countTry(code.shop, code.visit, now, 5)),
    );
    expect(tries.filter((tried) => tried !== null)).toHaveLength(5);
    expect((await theDb().exitCodes.find(code.shop, code.visit))?.tries).toBe(5);
  });

  it("count no try once the code has ended, and go when they are removed, erased or old", async () => {
    const [used, erased, old] = [aCode(), aCode(), aCode({ expiresAt: at("2026-06-01T00:00:00Z") })];
    for (const code of [used, erased, old]) await theDb().exitCodes.save(code);
    expect(await theDb().exitCodes.countTry(used.shop, used.visit, used.expiresAt, 5)).toBeNull();
    await theDb().exitCodes.remove(used.shop, used.visit);
    expect(await theDb().erasure.eraseShop(erased.shop)).toMatchObject({ exitCodes: 1 });
    await theDb().erasure.prune(pruneLimits({ codesEndedBefore: at("2026-06-02T00:00:00Z") }));
    for (const code of [used, erased, old])
      expect(await theDb().exitCodes.find(code.shop, code.visit)).toBeNull();
  });
}

describe("the codes in the fake in memory", () => {
  const db = createMemoryDatabase();
  codesHold(() => db);
});

describe.each(PLACES)("on %s", (_name, make) => {
  let opened: OpenDatabase;
  atPlace(make, (fresh) => {
    opened = fresh;
  });

  describe("the codes", () => codesHold(() => createDatabase(opened, async () => undefined)));

  describe("the limits", () => {
    it("count over all instances together, and each key for itself", async () => {
      said.length = 0;
      const instances = [createLimits(opened.prisma, LOG), createLimits(opened.prisma, LOG)];
      const key = newShopDomain();
      const waits = [];
      for (let round = 0; round < 5; round += 1)
        for (const limits of instances) waits.push(await limits.count("new-link", key));
      expect(waits).toEqual(Array(10).fill(null));
      for (const limits of instances) {
        const wait = await limits.count("new-link", key);
        expect(wait).toBeGreaterThan(3_500);
        expect(wait).toBeLessThanOrEqual(3_600);
        expect(await limits.waitFor("new-link", key)).toBeGreaterThan(3_500);
      }
      // Once, and without a word of whom.
      expect(said.splice(0)).toEqual([
        [{ limit: "new-link", seconds: expect.any(Number) }, "a limit was reached"],
      ]);
      expect(await instances[0]?.count("new-link", newShopDomain())).toBeNull();
      expect(await instances[0]?.count("exit-code", key)).toBeNull();
    });

    it("let exactly as many through as they say when all come at once", async () => {
      const instances = [createLimits(opened.prisma, LOG), createLimits(opened.prisma, LOG)];
      const key = newShopDomain();
      const waits = await Promise.all(
        Array.from({ length: 20 }, (_, index) => instances[index % 2]?.count("exit-code", key)),
      );
      expect(waits.filter((wait) => wait === null)).toHaveLength(6);
    });

    it("count nothing by being asked", async () => {
      const limits = createLimits(opened.prisma, LOG);
      const key = newShopDomain();
      for (let round = 0; round < 70; round += 1) expect(await limits.waitFor("wrong-link", key)).toBeNull();
      expect(await limits.count("wrong-link", key)).toBeNull();
    });
  });
});

describe("what the staff of a store may read and save", () => {
  it("is 600 requests in ten seconds, and another store's go on meanwhile", async () => {
    said.length = 0;
    const burst = createStoreBurst(LOG);
    const waits = await Promise.all(Array.from({ length: 601 }, () => burst.count("acme.myshopify.com")));
    expect(waits.filter((wait) => wait !== null)).toEqual([10]);
    expect(said.splice(0)).toEqual([[{ limit: "store-burst", seconds: 10 }, "a limit was reached"]]);
    expect(await burst.count("other.myshopify.com")).toBeNull();
  });
});

describe("the webhooks' burst", () => {
  it("takes 600 of one address in ten seconds, and another address's meanwhile", async () => {
    said.length = 0;
    const burst = createWebhookBurst(LOG);
    const waits = await Promise.all(Array.from({ length: 601 }, () => burst.count("203.0.113.7")));
    expect(waits.filter((wait) => wait !== null)).toEqual([10]);
    await burst.count("203.0.113.7");
    expect(said.splice(0)).toEqual([[{ limit: "webhook-burst", seconds: 10 }, "a limit was reached"]]);
    expect(await burst.count("203.0.113.8")).toBeNull();
  });
});
