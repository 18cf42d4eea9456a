import { describe, expect, it } from "vitest";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, anItem, key, shop } from "../sync/a-merchant.ts";

async function aConnected() {
  const { deps, impact } = await aMerchant([anItem()]);
  await deps.db.shops.save(aShop({ shop }));
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  const read = async () => (await deps.db.snapshots.all(shop)).map(({ resource }) => resource).sort();
  return { deps, impact, read };
}

describe("checking one task", () => {
  it.each([
    ["expire-contracts", ["Contracts"]],
    ["settle-invoices", ["Invoices"]],
    ["delete-catalogs", ["Catalogs"]],
    ["pay-actions", ["ActionUpdates", "Actions"]],
    ["refund-form", []],
  ] as const)("reads for %s what it rests on and nothing else", async (task, resources) => {
    const { deps, read } = await aConnected();
    expect(await checkTask({ shop, task }, deps)).toEqual({ outcome: "checked" });
    expect(await read()).toEqual(resources);
  });

  it("keeps what was known and says why it failed", async () => {
    const { deps, impact } = await aConnected();
    const value = [{ id: "C-1", name: "Shoes", status: "ACTIVE" as const }];
    impact.readCatalogs = async () => ({ outcome: "read", value });
    await checkTask({ shop, task: "delete-catalogs" }, deps);
    const failure = { outcome: "forbidden", resource: "Catalogs" } as const;
    impact.readCatalogs = async () => failure;
    deps.clock.set("2026-06-21T10:00:00Z");
    const checked = await checkTask({ shop, task: "delete-catalogs" }, deps);
    expect(checked).toEqual({ outcome: "failed", failure });
    const [snapshot] = await deps.db.snapshots.all(shop);
    expect(snapshot).toMatchObject({ body: value, failure });
    expect(snapshot?.checkedAt?.toString()).toBe("2026-06-21T09:00:00Z");
  });

  it.each(["expire-contracts", "pay-actions"] as const)(
    "cannot tell %s while the programs are unknown",
    async (task) => {
      const { deps, impact } = await aConnected();
      impact.readPrograms = async () => ({ outcome: "unavailable", reason: "timeout" });
      expect(await checkTask({ shop, task }, deps)).toMatchObject({ outcome: "failed" });
    },
  );

  it("goes on in the background while somebody else reads the account's actions", async () => {
    const { deps } = await aConnected();
    await deps.db.leases.hold(key.accountSid, "another process", 60);
    expect(await checkTask({ shop, task: "pay-actions" }, deps)).toEqual({ outcome: "reading" });
    expect(deps.db.jobs).toContainEqual({ name: "sync-actions", data: { shop, purpose: "continue" } });
  });

  it("asks nothing without a connection", async () => {
    const { deps } = await aConnected();
    await deps.db.connections.destroyToken(shop);
    expect(await checkTask({ shop, task: "expire-contracts" }, deps)).toEqual({ outcome: "not-connected" });
  });
});
