import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, DraftRow, TaskWatchRow } from "#app/ports/index.ts";
import { at, newShopDomain, pruneLimits } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const now = at("2026-06-22T10:00:00.123Z");
const later = at("2026-06-23T10:00:00Z");
const content = {
  subject: null,
  body: "账户",
  reason: null,
  wantedOn: "2026-07-31",
  claimRefund: false,
  byHand: true,
};
const aDraft = (shop: string, version: number): DraftRow => ({
  shop,
  version,
  saveKey: `key-${version}`,
  content,
  savedAt: now,
  savedBy: "staff-1",
});
const aMark = (overrides: Partial<TaskWatchRow> = {}): TaskWatchRow => ({
  task: "expire-contracts",
  status: "done",
  leftovers: [],
  reopened: false,
  accountSid: "IRone",
  changedAt: now,
  wantedAt: now,
  ...overrides,
});

describe.each(DATABASES)("the stores of a closing under way on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  it("save a draft over the version that was seen only, one of several at once", async () => {
    const [shop, other] = [newShopDomain(), newShopDomain()];
    const first = await Promise.all([1, 2, 3].map(() => db.drafts.save(aDraft(shop, 1), 0)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await db.drafts.find(shop)).toEqual(aDraft(shop, 1));
    const second = await Promise.all([1, 2].map(() => db.drafts.save(aDraft(shop, 2), 1)));
    expect(second.filter(Boolean)).toHaveLength(1);
    expect(await db.drafts.save(aDraft(shop, 2), 1)).toBe(false);
    expect(await db.drafts.find(other)).toBeNull();
    await db.drafts.remove(other);
    expect(await db.drafts.find(shop)).not.toBeNull();
  });

  it("keep versions aside, newest first, until somebody decides", async () => {
    const shop = newShopDomain();
    const old = { id: "a", content, savedAt: now, savedBy: "staff-1", decidedAt: null };
    const recent = { ...old, id: "b", savedAt: later };
    await db.drafts.setAside(shop, old);
    await db.drafts.setAside(shop, recent);
    await db.drafts.setAside(shop, { ...old, savedBy: "somebody else" });
    expect(await db.drafts.asides(shop)).toEqual([recent, old]);
    await db.drafts.decide(shop, "a", later);
    expect(await db.drafts.asides(shop)).toEqual([recent, { ...old, decidedAt: later }]);
    expect(await db.drafts.asides(newShopDomain())).toEqual([]);
  });

  it("move a task's mark once from what was seen", async () => {
    const shop = newShopDomain();
    const created = await Promise.all([1, 2].map(() => db.taskWatches.move(shop, null, aMark())));
    expect(created.filter(Boolean)).toHaveLength(1);
    const leftovers = [{ id: "core.checklist.contract", values: { contract: "S-1", partner: "Blog" } }];
    const open = aMark({ status: "open", reopened: true, leftovers, changedAt: later });
    const moved = await Promise.all([1, 2, 3].map(() => db.taskWatches.move(shop, aMark(), open)));
    expect(moved.filter(Boolean)).toHaveLength(1);
    await db.taskWatches.want(shop, later);
    expect(await db.taskWatches.all(shop)).toEqual([{ ...open, wantedAt: later }]);
    await db.taskWatches.removeAll(newShopDomain());
    expect(await db.taskWatches.all(shop)).toHaveLength(1);
  });

  it("remember the charge that was told, and change it once", async () => {
    const shop = newShopDomain();
    const charge = { minor: 3_000, currency: "USD", on: "2026-07-01" };
    const none = { minor: 0, currency: "USD", on: null };
    expect(await db.chargeSnapshots.find(shop)).toBeNull();
    expect(await db.chargeSnapshots.change(shop, null, charge, now)).toBe(true);
    expect(await db.chargeSnapshots.change(shop, null, none, now)).toBe(false);
    expect(await db.chargeSnapshots.find(shop)).toEqual(charge);
    expect(await db.chargeSnapshots.change(shop, charge, none, now)).toBe(true);
    expect(await db.chargeSnapshots.find(shop)).toEqual(none);
    expect(await db.chargeSnapshots.change(shop, none, charge, now)).toBe(true);
  });

  it("go with their shop, and 90 days after they were of use", async () => {
    const [old, fresh] = [newShopDomain(), newShopDomain()];
    for (const shop of [old, fresh]) {
      await db.drafts.save({ ...aDraft(shop, 1), savedAt: shop === old ? now : later }, 0);
      await db.taskWatches.move(shop, null, aMark({ wantedAt: shop === old ? now : later }));
      await db.chargeSnapshots.change(shop, null, { minor: 0, currency: "USD", on: null }, now);
    }
    await db.erasure.prune(pruneLimits({ closingStateBefore: later }));
    expect([await db.drafts.find(old), await db.taskWatches.all(old)]).toEqual([null, []]);
    expect(await db.drafts.find(fresh)).not.toBeNull();
    expect(await db.erasure.eraseShop(fresh)).toMatchObject({
      drafts: 1,
      draftAsides: 0,
      taskWatches: 1,
      chargeSnapshots: 1,
    });
    expect(await db.taskWatches.all(fresh)).toEqual([]);
  });
});
