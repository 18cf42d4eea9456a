import { describe, expect, it } from "vitest";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { syncInBackground, TryAgain } from "#app/services/sync/sync-in-background.server.ts";
import { aMerchant, anItem, key, SOME_ITEMS, shop } from "./a-merchant.ts";

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

  it("reads everything again at night, once however often the round comes by", async () => {
    const { deps, impact } = await connected();
    await syncInBackground({ shop, purpose: "continue" }, deps);
    deps.clock.set("2026-06-22T02:00:00Z");
    await syncInBackground({ shop, purpose: "nightly" }, deps);
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "full", run: 2 });
    impact.asked = [];
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps)).toEqual({ outcome: "read-lately" });
    expect(impact.asked).toEqual([]);
    expect(deps.db.jobs).toEqual([]);
  });

  it("reads everything again from twelve hours on, by night as by day, whatever was updated in between", async () => {
    const { deps } = await connected();
    await syncInBackground({ shop, purpose: "continue" }, deps);
    const nightly = () => syncInBackground({ shop, purpose: "nightly" }, deps);
    deps.clock.set("2026-06-21T20:59:00Z");
    await refreshFacts({ shop }, deps);
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "update", run: 2 });
    expect(await nightly()).toEqual({ outcome: "read-lately" });
    deps.clock.set("2026-06-21T21:01:00Z");
    expect(await nightly()).toEqual({ outcome: "complete" });
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "full", run: 3 });
  });

  it("ends at night what was begun by day, also when everything was read lately", async () => {
    const { deps, impact } = await connected();
    await syncInBackground({ shop, purpose: "continue" }, deps);
    deps.clock.set("2026-06-21T12:00:00Z");
    impact.answers.actions = { outcome: "unavailable", reason: "timeout" };
    await refreshFacts({ shop }, deps);
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "update", finishedAt: null });
    impact.answers.actions = null;
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps)).toEqual({ outcome: "complete" });
    expect((await deps.db.syncs.find(key))?.finishedAt).not.toBeNull();
  });

  it("lets go of rows three years after they were tracked, with their sums", async () => {
    const { deps, impact, stored } = await connected();
    impact.list(anItem({ id: "old", trackedOn: "2023-07-01", locksOn: "2023-08-01", state: "APPROVED" }));
    await syncInBackground({ shop, purpose: "continue" }, deps);
    expect((await stored()).actions.map(({ id }) => id)).toContain("old");
    deps.clock.set("2026-07-05T02:00:00Z");
    await syncInBackground({ shop, purpose: "nightly" }, deps);
    const { actions, totals, expected } = await stored();
    expect(actions.map(({ id }) => id)).not.toContain("old");
    expect(actions).toHaveLength(SOME_ITEMS.length);
    expect(totals).toEqual(expected);
  });

  it("goes on with the night's reading where impact.com stopped it, when the hour begins, and reads it once", async () => {
    const { deps, impact } = await connected();
    await syncInBackground({ shop, purpose: "continue" }, deps);
    deps.clock.set("2026-06-22T02:00:00Z");
    impact.answers.actions = { outcome: "rate-limited", retryAt: "2026-06-22T02:40:00Z" };
    const waits = { outcome: "waits", until: "2026-06-22T02:40:00Z" };
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps, () => 1)).toEqual(waits);
    expect(deps.db.jobs).toEqual([{ name: "sync-actions", data: { shop, purpose: "nightly" } }]);
    // 40 minutes, a second, and half a minute at most.
    expect(deps.db.delays).toEqual([2_431]);

    impact.answers.actions = null;
    deps.clock.set("2026-06-22T02:41:00Z");
    expect(await syncInBackground({ shop, purpose: "nightly" }, deps)).toEqual({ outcome: "complete" });
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "full", run: 2 });
  });

  it("says that it reads for nobody who waits", async () => {
    const { deps, impact } = await connected();
    const askedBy: (boolean | undefined)[] = [];
    const readInvoices = impact.readInvoices;
    impact.readInvoices = (who) => {
      askedBy.push(who.inBackground);
      return readInvoices(who);
    };
    await syncInBackground({ shop, purpose: "continue" }, deps);
    await refreshFacts({ shop }, deps);
    expect(askedBy).toEqual([true, false]);
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
