import { expect, it } from "vitest";
import { nightlyRound } from "#app/services/uninstall/rounds.server.ts";
import { aShop, at } from "#test/factories/records.ts";
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

  expect(await nightlyRound(deps)).toEqual({ probed: 202, read: 201 });

  const jobs = deps.db.jobs.filter(({ name }) => name === "sync-actions");
  expect(jobs.map(({ data }) => data.shop)).toEqual(connected.sort());
  expect(deps.db.delays).toEqual(Array.from({ length: 200 }, (_, index) => 2 * (index + 1)));
});
