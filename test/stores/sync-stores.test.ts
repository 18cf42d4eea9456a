import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Action,
  type ActionGroup,
  groupActions,
  summariseActions,
  totalsChange,
} from "#app/domain/index.ts";
import type { StoredAction } from "#app/ports/index.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { aKey, anAction, aState, day, slice } from "./a-sync-run.ts";
import { DATABASES, type Running } from "./databases.ts";

const bare = ({ programId: _programId, ...action }: StoredAction): Action => action;
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
    const oneOfEach = byFirst((await actions.currentActions(key, 20_650, 1)).open);
    expect(oneOfEach.map(({ first, count }) => [first.map(({ id }) => id), count])).toEqual([
      [["V"], 2],
      [["W"], 1],
      [["X"], 1],
      [["Y"], 1],
      [["Z"], 1],
      [["a0"], 25],
    ]);
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
});
