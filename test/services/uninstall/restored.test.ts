import { expect, it } from "vitest";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { aShop, at } from "#test/factories/records.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

it("writes the warning again under the same Message-ID when a restored database forgot it (C10)", async () => {
  const shop = aShop({ installedAt: at("2026-05-12T13:00:00Z") });
  const uninstalledOn = async (now: string) => {
    const deps = createFakeDeps();
    deps.clock.set(now);
    await deps.db.shops.save(shop);
    const look = { shop: shop.shop, triggeredAt: null, mustBeRefused: true };
    expect(await handleUninstall(look, deps)).toBe("warned");
    return deps.db.rows().mails.map(({ messageId }) => messageId);
  };
  const before = await uninstalledOn("2026-06-21T09:00:00Z");
  expect(before).toHaveLength(1);
  expect(await uninstalledOn("2026-06-22T03:41:00Z")).toEqual(before);
});
