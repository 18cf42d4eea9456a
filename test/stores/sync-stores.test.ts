import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Action,
  type ActionGroup,
  groupActions,
  summariseActions,
  totalsChange,
} from "#app/domain/index.ts";
import type { AccountKey, ActionSlice, StoredAction, SyncStateRow } from "#app/ports/index.ts";
import { at, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

function anAction(overrides: Partial<StoredAction> = {}): StoredAction {
  return {
    id: "1",
    programId: "1000",
    program: "Acme",
    partner: 'Zoë\'s "Blog"',
    state: "PENDING",
    amount: 123_456_789_012_345,
    payout: 750,
    trackedOn: 20_600,
    locksOn: 20_645,
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

const bare = ({ programId: _programId, ...action }: StoredAction): Action => action;
const aKey = (): AccountKey => ({ shop: newShopDomain(), accountSid: `IR${newShopDomain().slice(5, 13)}` });
const aState = (overrides: Partial<SyncStateRow> = {}): SyncStateRow => ({
  run: 1,
  kind: "first",
  startedAt: at("2026-06-21T09:00:00Z"),
  finishedAt: null,
  currency: "USD",
  completedAt: null,
  fullAt: null,
  ...overrides,
});
const day = (text: string) => Temporal.PlainDate.from(text);
const slice = (from: string, to: string): ActionSlice => ({
  list: "tracked",
  programId: "1000",
  window: { from: day(from), to: day(to) },
});

async function aConnectedRun({ db }: Running) {
  const key = aKey();
  const run = aState();
  await db.connections.save({
    ...key,
    kind: "brand",
    sealedToken: "sealed",
    connectedAt: run.startedAt,
    connectedBy: "Ada",
  });
  await db.syncs.save(key, run);
  return { key, run, db };
}

describe.each(DATABASES)("actions in %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("are given back as they were put, by id, and only to their own shop and account", async () => {
    const { actions } = running.db;
    const key = aKey();
    const second = anAction({
      id: "2",
      state: "REVERSED",
      locksOn: null,
      reversedOn: 20_601,
      clearedOn: null,
    });
    await actions.put(key, [second, anAction()], 1);
    await actions.put({ ...key, shop: newShopDomain() }, [anAction({ payout: 1 })], 1);
    await actions.put({ ...key, accountSid: "IRother" }, [anAction({ payout: 2 })], 1);

    expect(await actions.all(key)).toEqual([anAction(), second].map(bare));
    expect(await actions.byId(key, ["2", "3"])).toEqual([second]);
    expect(await actions.byId(key, [])).toEqual([]);
    await actions.addToTotals(key, totalsChange([], [second, anAction()]));
    expect(await actions.counts(key)).toEqual({ all: 2, pending: 1 });
  });

  it("are replaced when put again, and remember the last run that saw them", async () => {
    const { actions } = running.db;
    const key = aKey();
    await actions.put(key, [anAction(), anAction({ id: "2" })], 1);
    await actions.put(key, [anAction({ state: "APPROVED", clearedOn: 20_700 })], 2);

    expect(await actions.unseenSince(key, 2, 10)).toEqual([anAction({ id: "2" })]);
    await actions.remove(key, ["2"]);
    expect(await actions.all(key)).toEqual([bare(anAction({ state: "APPROVED", clearedOn: 20_700 }))]);
    expect(await actions.unseenSince(key, 2, 10)).toEqual([]);
  });

  it("stand on a day as they were tracked, reversed, paid and open by then", async () => {
    const { actions } = running.db;
    const key = aKey();
    const rows = [
      anAction({ id: "open" }),
      anAction({ id: "paid", state: "APPROVED", clearedOn: 20_650 }),
      anAction({ id: "paid later", state: "APPROVED", clearedOn: 20_651 }),
      anAction({ id: "reversed", state: "REVERSED", reversedOn: 20_650 }),
      anAction({ id: "reversed sometime", state: "REVERSED" }),
      anAction({ id: "reversed later", state: "REVERSED", reversedOn: 20_651 }),
      anAction({ id: "tracked later", trackedOn: 20_651, locksOn: null }),
    ];
    await actions.put(key, rows, 1);
    await actions.put({ ...key, shop: newShopDomain() }, rows, 1);
    await actions.addToTotals(key, totalsChange([], rows));
    const found = await actions.currentActions(key, 20_650);
    expect(found).toMatchObject({ tracked: 6, reversed: 2 });
    const open = found.open.flatMap(({ first }) => first);
    expect(open.map(({ id }) => id).sort()).toEqual(["open", "paid later", "reversed later"]);
    expect(found.later.map(({ id }) => id).sort()).toEqual(["reversed later", "tracked later"]);
    expect(open.find(({ id }) => id === "open")).toEqual(bare(anAction({ id: "open" })));
  });

  it("that are open come in groups of what stands alike, of which the lowest ids are named", async () => {
    const { actions } = running.db;
    const key = aKey();
    const alike = Array.from({ length: 25 }, (_, index) =>
      anAction({ id: `${String.fromCharCode(97 + index)}${index}`, trackedOn: 20_600 + (index % 3) }),
    );
    const rows = [
      ...alike.toReversed(),
      anAction({ id: "Z", locksOn: 20_646 }),
      anAction({ id: "Y", locksOn: null }),
      anAction({ id: "X", locksOn: null, trackedOn: 20_601 }),
      anAction({ id: "W", state: "APPROVED", locksOn: 20_640, clearedOn: 20_700 }),
      anAction({ id: "V", state: "REVERSED", reversedOn: 20_660 }),
      anAction({ id: "v", state: "REVERSED", reversedOn: 20_660 }),
    ];
    await actions.put(key, rows, 1);
    const byFirst = (groups: ActionGroup[]) =>
      groups.sort((a, b) => (a.first[0].id < b.first[0].id ? -1 : 1));
    const found = byFirst((await actions.currentActions(key, 20_650)).open);
    expect(found).toEqual(byFirst(groupActions(rows.map(bare))));
    expect(found.map(({ first, count }) => [first[0].id, first.length, count])).toEqual([
      ["V", 2, 2],
      ["W", 1, 1],
      ["X", 1, 1],
      ["Y", 1, 1],
      ["Z", 1, 1],
      ["a0", 20, 25],
    ]);
  });

  it("say between which days something is pending", async () => {
    const { actions } = running.db;
    const key = aKey();
    expect(await actions.pendingSpan(key)).toBeNull();
    await actions.put(
      key,
      [anAction({ trackedOn: 20_500, state: "APPROVED" }), anAction({ id: "2", locksOn: null })],
      1,
    );
    expect(await actions.pendingSpan(key)).toEqual({ firstTracked: day("2026-05-27"), lastLock: null });
    await actions.put(key, [anAction({ id: "3", trackedOn: 20_590, locksOn: 20_999 })], 1);
    expect(await actions.pendingSpan(key)).toEqual({
      firstTracked: day("2026-05-17"),
      lastLock: day("2027-06-30"),
    });
  });

  it("add up by day, change after change, and leave no row where everything was taken back", async () => {
    const { actions } = running.db;
    const key = aKey();
    const before = [anAction(), anAction({ id: "2", trackedOn: 20_610, locksOn: null })];
    const after = [anAction({ state: "REVERSED", reversedOn: 20_605 })];
    await actions.addToTotals(key, totalsChange([], before));
    expect(await actions.totals(key)).toEqual(summariseActions(before));
    await actions.addToTotals(key, totalsChange(before, after));
    expect(await actions.totals(key)).toEqual(summariseActions(after));
    await actions.addToTotals(key, totalsChange(after, []));
    await actions.addToTotals(key, []);
    expect(await actions.totals(key)).toEqual([]);
  });

  it("bring the names of partners, of which the last one counts", async () => {
    const { actions } = running.db;
    const key = aKey();
    await actions.putPartnerNames(
      key,
      new Map([
        ["1", 'Zoë\'s "Blog"'],
        ["2", "Deals"],
      ]),
    );
    await actions.putPartnerNames(key, new Map([["2", "Better Deals"]]));
    await actions.putPartnerNames(key, new Map());
    expect([...(await actions.partnerNames(key))].sort()).toEqual([
      ["1", 'Zoë\'s "Blog"'],
      ["2", "Better Deals"],
    ]);
    expect(await actions.partnerNames({ ...key, accountSid: "IRother" })).toEqual(new Map());
    await actions.removeAll(key.shop);
    expect(await actions.partnerNames(key)).toEqual(new Map());
  });

  it("and their sums are kept together or not at all", async () => {
    const key = aKey();
    const written = running.db.transact(async (work) => {
      await work.actions.put(key, [anAction()], 1);
      await work.actions.addToTotals(key, totalsChange([], [anAction()]));
      throw new Error("after both");
    });
    await expect(written).rejects.toThrow("after both");
    expect(await running.db.actions.all(key)).toEqual([]);
    expect(await running.db.actions.totals(key)).toEqual([]);
  });

  it("go with their connection", async () => {
    const { actions, syncs, connections } = running.db;
    const key = aKey();
    await actions.put(key, [anAction()], 1);
    await actions.addToTotals(key, totalsChange([], [anAction()]));
    await syncs.save(key, aState(), [slice("2026-01-01", "2026-02-15")]);
    await connections.remove(key.shop);
    expect(await actions.all(key)).toEqual([]);
    expect(await actions.totals(key)).toEqual([]);
    expect(await syncs.find(key)).toBeNull();
  });

  it("go with their shop", async () => {
    const { actions, syncs } = running.db;
    const key = aKey();
    await actions.put(key, [anAction()], 1);
    await actions.addToTotals(key, totalsChange([], [anAction()]));
    await syncs.save(key, aState(), [slice("2026-01-01", "2026-02-15")]);
    await running.db.erasure.eraseShop(key.shop);
    expect(await actions.all(key)).toEqual([]);
    expect(await actions.totals(key)).toEqual([]);
    expect(await syncs.find(key)).toBeNull();
    expect(await syncs.openWindows(key, 1)).toEqual([]);
  });

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
    await syncs.markDone(key, 1, 0, at("2026-06-21T09:01:00Z"));
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
