import { expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import { readOnce } from "#app/services/read-once.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = aShop();

/** A database that counts how often it is asked for a shop and for a connection. */
async function counting() {
  const { db } = createFakeDeps();
  await db.shops.save(shop);
  await db.connections.save(aConnection({ shop: shop.shop }));
  const asked = { shops: 0, connections: 0 };
  const find =
    <T>(of: keyof typeof asked, store: { find(shop: string): Promise<T> }) =>
    (key: string) => {
      asked[of] += 1;
      return store.find(key);
    };
  const counted: Database = {
    ...db,
    shops: { ...db.shops, find: find("shops", db.shops) },
    connections: { ...db.connections, find: find("connections", db.connections) },
  };
  return { asked, db, reads: readOnce(counted) };
}

it("asks once for a row that several parts of a page need at once or one after the other", async () => {
  const { reads, asked } = await counting();
  const rows = await Promise.all([reads.db.shops.find(shop.shop), reads.db.shops.find(shop.shop)]);
  expect([...rows, await reads.db.shops.find(shop.shop)]).toEqual([shop, shop, shop]);
  expect(await reads.db.shops.find("other.myshopify.com")).toBeNull();
  expect(asked.shops).toBe(2);
});

it("shows what was written meanwhile, and keeps what that does not touch", async () => {
  const { reads, asked } = await counting();
  const look = async () => {
    await reads.db.connections.find(shop.shop);
    return (await reads.db.shops.find(shop.shop))?.locale;
  };
  expect(await look()).toBe(shop.locale);
  await reads.db.shops.save({ ...shop, locale: "ja" });
  expect(await look()).toBe("ja");
  expect(asked).toEqual({ shops: 2, connections: 1 });
});

it("reads anew after a transaction, after an erasure, and when something was written past it", async () => {
  const { reads, db } = await counting();
  const locale = async () => (await reads.db.shops.find(shop.shop))?.locale;
  expect(await locale()).toBe(shop.locale);
  await reads.db.transact((work) => work.shops.save({ ...shop, locale: "ja" }));
  expect(await locale()).toBe("ja");
  await db.shops.save({ ...shop, locale: "nb" });
  expect(await locale()).toBe("ja");
  reads.forget();
  expect(await locale()).toBe("nb");
  await reads.db.erasure.eraseShop(shop.shop);
  expect(await reads.db.connections.find(shop.shop)).toBeNull();
});

it("shows what a write brought that was under way when the row was read", async () => {
  const { reads } = await counting();
  const [, before] = await Promise.all([
    reads.db.shops.save({ ...shop, locale: "ja" }),
    reads.db.shops.find(shop.shop),
  ]);
  expect(before).not.toBeNull();
  expect((await reads.db.shops.find(shop.shop))?.locale).toBe("ja");
});

it("asks again after a question that failed", async () => {
  const { db } = await counting();
  let fails = true;
  const find = async (key: string) => {
    if (fails) throw new Error("The database does not answer.");
    return db.shops.find(key);
  };
  const reads = readOnce({ ...db, shops: { ...db.shops, find } });
  await expect(reads.db.shops.find(shop.shop)).rejects.toThrow("does not answer");
  fails = false;
  expect(await reads.db.shops.find(shop.shop)).toEqual(shop);
});
