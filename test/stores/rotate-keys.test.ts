import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createSealedValueStore } from "#app/adapters/db/sealed-value-store.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createRewrapper } from "#app/adapters/seal/aes-seal.server.ts";
import type { Database, SealedValueStore } from "#app/ports/index.ts";
import { rotateKeys } from "#app/services/operations/rotate-keys.server.ts";
import { aConnection, newShopDomain } from "#test/factories/rows.ts";
import { sealedBefore } from "#test/factories/sealed-before.ts";
import { PLACES, type Place } from "./databases.ts";
import { createKeyTraffic, sealsOf } from "./key-traffic.ts";

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;
const oldSeals = sealsOf([key("old", 1)]);
const bothKeys = [key("new", 2), key("old", 1)];
const newSeals = sealsOf([key("new", 2)]);

describe.each(PLACES)("rotating keys on %s", (name, make) => {
  let place: Place;
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await make();
    opened = await place.open();
    db = createDatabase(opened, async () => undefined);
  });
  afterAll(async () => {
    await opened.close();
    await place.clear();
  });
  const rotate = () =>
    rotateKeys({ values: createSealedValueStore(opened.prisma), rewrapper: createRewrapper(bothKeys) });
  const connect = async () => {
    const shop = newShopDomain();
    await db.connections.save({
      ...aConnection({ shop }),
      sealedToken: oldSeals.connection.seal(shop, `token of ${shop}`),
    });
    return shop;
  };
  const tokenOf = async (shop: string, seals = newSeals) =>
    seals.connection.open(shop, (await db.connections.find(shop))?.sealedToken ?? "");

  it("leaves no value that needs the old key, and every value opens with the new one alone (K3)", async () => {
    const shops = await Promise.all(Array.from({ length: 230 }, () => connect()));
    const sessionShop = newShopDomain();
    await opened.prisma.session.create({
      data: { id: "offline", shop: sessionShop, sealed: oldSeals.session.seal(sessionShop, "session") },
    });

    expect(await rotate()).toEqual({ rewrapped: 231, unreadable: [], left: 0 });

    for (const shop of shops) expect(await tokenOf(shop)).toBe(`token of ${shop}`);
    const session = await opened.prisma.session.findUniqueOrThrow({ where: { id: "offline" } });
    expect(newSeals.session.open(sessionShop, session.sealed)).toBe("session");
    expect(await rotate()).toEqual({ rewrapped: 0, unreadable: [], left: 0 });
  });

  it("binds what was sealed before to its place as well, with the same key", async () => {
    const shop = newShopDomain();
    // Sealed with the key "old" by Settled before values were bound to their place: the word "before", for this shop.
    const sealedToken = sealedBefore("old", Buffer.alloc(32, 1), { shop, secret: "before" });
    await db.connections.save({ ...aConnection({ shop }), sealedToken });
    const rewrapper = createRewrapper([key("old", 1)]);
    await rotateKeys({ values: createSealedValueStore(opened.prisma), rewrapper });
    const after = (await db.connections.find(shop))?.sealedToken ?? "";
    expect(after).toMatch(/^s2\.old\./);
    expect(oldSeals.connection.open(shop, after)).toBe("before");
    expect(() => oldSeals.session.open(shop, after)).toThrow();
    await db.connections.remove(shop);
  });

  it("goes on under reads and writes without a pause: each read finds what was written last", async () => {
    const traffic = createKeyTraffic(opened, sealsOf(bothKeys));
    const stores = await traffic.stores(60, oldSeals);
    const rotation = rotate();
    const { reads, writes, wrong } = await traffic.during(stores, rotation);
    expect(wrong).toEqual([]);
    // The embedded database does one thing after another, and the app is stopped while its keys are rotated.
    if (name === "PostgreSQL") expect(Math.min(reads, writes)).toBeGreaterThan(5);
    expect(await rotation).toMatchObject({ unreadable: [], left: 0 });
    for (const store of stores)
      expect(await traffic.read(store, newSeals)).toEqual([store.written, store.written]);
  });

  it("lets stand what was written between its look at a value and its own write", async () => {
    const traffic = createKeyTraffic(opened, sealsOf(bothKeys));
    const stores = await traffic.stores(3, oldSeals);
    const values = createSealedValueStore(opened.prisma);
    const overtaken: SealedValueStore = {
      ...values,
      async others(...wanted) {
        const batch = await values.others(...wanted);
        for (const store of stores)
          if (batch.some(({ shop }) => shop === store.shop)) await traffic.write(store);
        return batch;
      },
    };
    const report = await rotateKeys({ values: overtaken, rewrapper: createRewrapper(bothKeys) });
    expect(report).toEqual({ rewrapped: 0, unreadable: [], left: 0 });
    for (const store of stores) expect(await traffic.read(store, newSeals)).toEqual([2, 2]);
  });

  it("says that the old key is still needed when an instance without the new one writes, and is run again", async () => {
    const traffic = createKeyTraffic(opened, sealsOf(bothKeys));
    const [store] = await traffic.stores(1, oldSeals);
    if (!store) throw new Error("no store");
    await rotate();
    await traffic.write(store, oldSeals);
    const values = createSealedValueStore(opened.prisma);
    const late: SealedValueStore = { ...values, others: async () => [] };
    expect(await rotateKeys({ values: late, rewrapper: createRewrapper(bothKeys) })).toMatchObject({
      left: 2,
    });
    expect(await rotate()).toEqual({ rewrapped: 2, unreadable: [], left: 0 });
    expect(await traffic.read(store, newSeals)).toEqual([2, 2]);
  });

  it("leaves a destroyed token destroyed, and names values no key opens (K2, K5)", async () => {
    const [destroyed, thief] = [await connect(), await connect()];
    await db.connections.destroyToken(destroyed);
    const other = await connect();
    const stolen = (await db.connections.find(other))?.sealedToken ?? null;
    await db.connections.save({ ...aConnection({ shop: thief }), sealedToken: stolen });

    expect(await rotate()).toEqual({
      rewrapped: 1,
      unreadable: [{ place: "connection", shop: thief }],
      left: 1,
    });
    expect((await db.connections.find(destroyed))?.sealedToken).toBeNull();
    expect((await db.connections.find(thief))?.sealedToken).toBe(stolen);
    await db.connections.remove(thief);
  });
});
