import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/open-database.server.ts";
import { createSealedValueStore } from "#app/adapters/db/sealed-value-store.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createRewrapper, createSeal } from "#app/adapters/seal/aes-seal.server.ts";
import type { Database } from "#app/ports/index.ts";
import { rotateKeys } from "#app/services/keys/rotate-keys.server.ts";
import { aConnection, newShopDomain } from "#test/factories/records.ts";
import { PLACES, type Place } from "./databases.ts";

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;
const oldSeal = createSeal([key("old", 1)]);
const bothKeys = [key("new", 2), key("old", 1)];
const newSeal = createSeal([key("new", 2)]);

describe.each(PLACES)("rotating keys on %s", (_name, make) => {
  let place: Place;
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    place = await make();
    opened = await place.open();
    db = createDatabase(opened.prisma, async () => undefined);
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
      sealedToken: oldSeal.seal(shop, `token of ${shop}`),
    });
    return shop;
  };
  const tokenOf = async (shop: string, seal = newSeal) =>
    seal.open(shop, (await db.connections.find(shop))?.sealedToken ?? "");

  it("leaves no value that needs the old key, and every value opens with the new one alone (K3)", async () => {
    const shops = await Promise.all(Array.from({ length: 230 }, () => connect()));
    const sessionShop = newShopDomain();
    await opened.prisma.session.create({
      data: { id: "offline", shop: sessionShop, sealed: oldSeal.seal(sessionShop, "session") },
    });

    expect(await rotate()).toEqual({ rewrapped: 231, unreadable: [], left: 0 });

    for (const shop of shops) expect(await tokenOf(shop)).toBe(`token of ${shop}`);
    const session = await opened.prisma.session.findUniqueOrThrow({ where: { id: "offline" } });
    expect(newSeal.open(sessionShop, session.sealed)).toBe("session");
    expect(await rotate()).toEqual({ rewrapped: 0, unreadable: [], left: 0 });
  });

  it("lets reads and writes go on, and lets what was written meanwhile stand", async () => {
    const both = createSeal(bothKeys);
    const shops = await Promise.all(Array.from({ length: 60 }, () => connect()));
    const traffic = shops.map(async (shop, index) => {
      expect(await tokenOf(shop, both)).toBe(`token of ${shop}`);
      if (index % 3 !== 0) return;
      const record = await db.connections.find(shop);
      if (record) await db.connections.save({ ...record, sealedToken: both.seal(shop, `newer of ${shop}`) });
    });
    const [{ left }] = await Promise.all([rotate(), ...traffic]);
    expect(left).toBe(0);
    for (const [index, shop] of shops.entries())
      expect(await tokenOf(shop)).toBe(index % 3 === 0 ? `newer of ${shop}` : `token of ${shop}`);
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
