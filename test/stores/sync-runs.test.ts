import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, newShopDomain } from "#test/factories/rows.ts";
import { aConnectedRun, aKey, anAction, aState, slice } from "./a-sync-run.ts";
import { DATABASES, type Running } from "./databases.ts";

describe.each(DATABASES)("the runs that read actions in %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("are read by a plan whose windows are done one by one", async () => {
    const { syncs } = running.db;
    const key = aKey();
    const slices = [slice("2026-01-01", "2026-02-15"), slice("2026-02-15", "2026-03-01")];
    expect(await syncs.find(key)).toBeNull();
    await syncs.save(key, aState(), slices);
    expect(await syncs.find(key)).toEqual(aState());
    expect(await syncs.progress(key, 1)).toEqual({ done: 0, planned: 2 });
    expect(await syncs.openWindows(key, 1)).toEqual([
      { ...slices[0], position: 0 },
      { ...slices[1], position: 1 },
    ]);
    await syncs.markDone(key, 1, [0], at("2026-06-21T09:01:00Z"));
    expect(await syncs.openWindows(key, 1)).toEqual([{ ...slices[1], position: 1 }]);
    expect(await syncs.progress(key, 1)).toEqual({ done: 1, planned: 2 });
    const next = aState({ run: 2, kind: "full", completedAt: at("2026-06-21T09:00:00Z") });
    await syncs.save(key, next, slices.slice(1));
    expect(await syncs.progress(key, 1)).toEqual({ done: 0, planned: 0 });
    expect(await syncs.openWindows(key, 2)).toEqual([{ ...slices[1], position: 0 }]);
  });

  it("are read by one owner of the account's lease", async () => {
    const { leases } = running.db;
    const { accountSid } = aKey();
    expect(await leases.hold(accountSid, "a", 60)).toBe(true);
    expect(await leases.hold(accountSid, "b", 60)).toBe(false);
    expect(await leases.hold(accountSid, "a", 60)).toBe(true);
    await leases.release(accountSid, "b");
    expect(await leases.hold(accountSid, "b", 60)).toBe(false);
    await leases.release(accountSid, "a");
    expect(await leases.hold(accountSid, "b", 60)).toBe(true);
  });

  it("change hands when the owner's lease ran out", async () => {
    const { leases } = running.db;
    const { accountSid } = aKey();
    expect(await leases.hold(accountSid, "died", -1)).toBe(true);
    expect(await leases.hold(accountSid, "next", 60)).toBe(true);
    expect(await leases.hold(accountSid, "died", 60)).toBe(false);
  });

  it("are written for the run that holds the account's lease, and for no other", async () => {
    const { key, run, db } = await aConnectedRun(running);
    expect(await db.leases.holdForRun(key, run, "a", 60)).toBe(true);
    expect(await db.leases.holdForRun(key, run, "b", 60)).toBe(false);
    expect(await db.leases.holdForRun({ ...key, shop: newShopDomain() }, run, "a", 60)).toBe(false);
    expect(await db.leases.holdForRun(key, { ...run, run: 2 }, "a", 60)).toBe(false);
    const thrownAway = { ...run, startedAt: at("2026-06-20T09:00:00Z") };
    expect(await db.leases.holdForRun(key, thrownAway, "a", 60)).toBe(false);
    await db.connections.destroyToken(key.shop);
    expect(await db.leases.holdForRun(key, run, "a", 60)).toBe(false);
  });

  it("leave nothing behind when the account is disconnected while a page is stored", async () => {
    const { key, run, db } = await aConnectedRun(running);
    let disconnected: Promise<void> = Promise.resolve();
    await db.transact(async (work) => {
      expect(await work.leases.holdForRun(key, run, "a", 60)).toBe(true);
      disconnected = db.transact((other) => other.connections.remove(key.shop));
      // Work enough for the other transaction to come as far as it is let.
      for (let asked = 0; asked < 50; asked += 1) await work.syncs.find(key);
      await work.actions.put(key, [anAction()], run.run);
    });
    await disconnected;
    expect(await db.actions.counts(key)).toEqual({ all: 0, pending: 0 });
  });
});
