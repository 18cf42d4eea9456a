import { expect, it } from "vitest";
import { nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("reads every connected store's account at night, however long ago it was connected, one after another", async () => {
  const deps = createFakeDeps();
  const connected: string[] = [];
  for (let index = 0; index < 202; index += 1) {
    const shop = aShop();
    await deps.db.shops.save(shop);
    await deps.db.connections.save({
      kind: "brand",
      shop: shop.shop,
      accountSid: `IR${index}`,
      sealedToken: index === 0 ? null : "sealed",
      connectedAt: at("2025-01-01T00:00:00Z"),
      connectedBy: "staff-1",
    });
    if (index > 0) connected.push(shop.shop);
  }
  const gone = aShop({ uninstalledAt: at("2026-06-01T00:00:00Z") });
  await deps.db.shops.save(gone);
  const sealed = {
    kind: "brand" as const,
    accountSid: "IRgone",
    sealedToken: "sealed",
    connectedBy: "staff-1",
  };
  await deps.db.connections.save({ ...sealed, shop: gone.shop, connectedAt: at("2025-01-01T00:00:00Z") });

  expect(await nightlySweep(deps)).toEqual({ probed: 202, read: 201 });

  const jobs = deps.db.jobs.filter(({ name }) => name === "sync-actions");
  expect(jobs.map(({ data }) => data.shop)).toEqual(connected.sort());
  expect(deps.db.delays).toEqual(Array.from({ length: 200 }, (_, index) => 2 * (index + 1)));
});

it("begins the last of very many readings within four hours", async () => {
  const deps = createFakeDeps();
  const stores = Array.from({ length: 7_400 }, (_, index) => `store-${10_000 + index}.myshopify.com`);
  deps.db.shopIndex.connected = async (after, limit) => {
    const from = stores.findIndex((shop) => shop > after);
    return from === -1 ? [] : stores.slice(from, from + limit);
  };
  expect(await nightlySweep(deps)).toEqual({ probed: 0, read: 7_400 });
  expect(deps.db.delays.slice(7_197)).toEqual([
    14_396,
    14_398,
    ...Array.from({ length: 199 }, (_, index) => 2 * (index + 1)),
  ]);
});

it("lets go of PDFs of invoices 400 days after they were fetched", async () => {
  const deps = createFakeDeps();
  const key = { shop: aShop().shop, accountSid: "IR1" };
  const now = deps.clock.now();
  const aFile = { bytes: Buffer.from("%PDF"), sha256: "0" };
  for (const days of [399, 401])
    await deps.db.invoiceFiles.save(key, {
      ...aFile,
      invoiceId: `${days} days`,
      fetchedAt: now.subtract({ hours: 24 * days }),
    });
  await nightlySweep(deps);
  expect((await deps.db.invoiceFiles.list(key)).map(({ invoiceId }) => invoiceId)).toEqual(["399 days"]);
});
