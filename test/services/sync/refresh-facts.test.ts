import { expect, it } from "vitest";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { aMerchant, key, shop } from "./a-merchant.ts";

it("says when another process reads the actions, keeps all else, and reads them once these are free", async () => {
  const { deps } = await aMerchant();
  await deps.db.connections.save({
    ...key,
    kind: "brand",
    sealedToken: deps.seal.seal(shop, "t"),
    connectedAt: deps.clock.now(),
    connectedBy: "staff-1",
  });
  expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
  const checkedOn = async () =>
    Object.fromEntries(
      (await deps.db.snapshots.all(shop)).map(({ resource, checkedAt }) => [
        resource,
        checkedAt?.toString().slice(0, 10),
      ]),
    );
  deps.clock.set("2026-07-01T09:00:00Z");
  await deps.db.leases.hold(key.accountSid, "another", 180);
  expect(await refreshFacts({ shop }, deps)).toBe("busy");
  expect(await checkedOn()).toMatchObject({ Contracts: "2026-07-01", Actions: "2026-06-21" });
  await deps.db.leases.release(key.accountSid, "another");
  expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
  expect(await checkedOn()).toMatchObject({ Contracts: "2026-07-01", Actions: "2026-07-01" });
});
