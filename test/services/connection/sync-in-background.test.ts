import { describe, expect, it } from "vitest";
import { syncInBackground, TryAgain } from "#app/services/connection/sync-in-background.server.ts";
import { aMerchant, key, shop } from "../sync/a-merchant.ts";

async function connected() {
  const merchant = await aMerchant();
  const { db, seal } = merchant.deps;
  const connection = await db.connections.find(shop);
  if (connection) await db.connections.save({ ...connection, sealedToken: seal.seal(shop, "t") });
  return merchant;
}

describe("reading in the background", () => {
  it("ends the first reading, and has nothing to do after it", async () => {
    const { deps, impact } = await connected();
    expect(await syncInBackground({ shop, purpose: "continue" }, deps)).toEqual({ outcome: "complete" });
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "first", run: 1 });
    impact.asked = [];
    await syncInBackground({ shop, purpose: "continue" }, deps);
    expect(impact.asked).toEqual([]);
  });

  it("reads everything again at night and plans the next night", async () => {
    const { deps } = await connected();
    await syncInBackground({ shop, purpose: "continue" }, deps);
    deps.clock.set("2026-06-22T02:00:00Z");
    await syncInBackground({ shop, purpose: "nightly" }, deps);
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "full", run: 2 });
    expect(deps.db.jobs).toEqual([{ name: "sync-actions", data: { shop, purpose: "nightly" } }]);
  });

  it("is tried again while somebody else reads the account", async () => {
    const { deps } = await connected();
    await deps.db.leases.hold(key.accountSid, "another process", 60);
    await expect(syncInBackground({ shop, purpose: "continue" }, deps)).rejects.toThrow(TryAgain);
  });

  it.each([
    { outcome: "unavailable", reason: "server-error" },
    { outcome: "rate-limited", retryAt: null },
  ] as const)("is tried again while impact.com is $outcome", async (failure) => {
    const { deps, impact } = await connected();
    impact.answers.actions = failure;
    await expect(syncInBackground({ shop, purpose: "continue" }, deps)).rejects.toThrow(TryAgain);
  });

  it("is not tried again when impact.com refuses the token", async () => {
    const { deps, impact } = await connected();
    impact.answers.actions = { outcome: "unauthorized" };
    expect(await syncInBackground({ shop, purpose: "continue" }, deps)).toEqual({
      outcome: "failed",
      failure: "unauthorized",
    });
  });

  it("stops for good when the account was disconnected", async () => {
    const { deps } = await connected();
    await deps.db.connections.destroyToken(shop);
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps)).toEqual({ outcome: "not-connected" });
    expect(deps.db.jobs).toEqual([]);
  });
});
