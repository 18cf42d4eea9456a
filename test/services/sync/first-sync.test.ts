import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { settledTotals } from "#app/domain/index.ts";
import { aMerchant, anItem, asActions, key, SOME_ITEMS, shop } from "./a-merchant.ts";

describe("the first reading of an account's actions", () => {
  it("keeps every action of three years and what they add up to", async () => {
    const { sync, stored, deps } = await aMerchant();

    expect(await sync()).toEqual({ outcome: "complete" });

    const { actions, totals, expected } = await stored();
    expect(actions).toEqual(asActions(SOME_ITEMS));
    expect(totals).toEqual(expected);
    const snapshot = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Actions");
    expect(snapshot).toMatchObject({ body: { all: 7, pending: 3 }, failure: null });
  });

  it("asks for each day of three years back, and ahead as far as actions may lock", async () => {
    const { sync, impact } = await aMerchant([]);
    await sync();
    const spanOf = (list: string) => {
      const windows = impact.asked.filter((slice) => slice.list === list).map(({ window }) => window);
      expect(windows.slice(1).map(({ from }) => from)).toEqual(windows.slice(0, -1).map(({ to }) => to));
      return [windows[0]?.from.toString(), windows.at(-1)?.to.toString()];
    };
    expect(spanOf("tracked")).toEqual(["2023-06-22", "2026-06-23"]);
    expect(spanOf("reversals-of-tracked")).toEqual(["2023-06-22", "2026-06-23"]);
    expect(spanOf("locking")).toEqual(["2026-06-20", "2028-06-22"]);
  });

  it("ends the same after a death at any page, and reads no finished window again", async () => {
    const undisturbed = await aMerchant();
    await undisturbed.sync();
    const whole = await undisturbed.stored();
    const windows = undisturbed.impact.asked.length;

    for (let death = 0; ; death += 1) {
      const { sync, stored, impact } = await aMerchant();
      let died = false;
      impact.beforePage = (page) => {
        if (died || page !== death) return;
        died = true;
        throw new Error("killed");
      };
      const first = await sync().catch((error: Error) => error.message);
      expect(await sync()).toEqual({ outcome: "complete" });
      expect(await stored()).toEqual(whole);
      // The window it died in is asked for twice, and no other.
      expect(impact.asked.length).toBe(died ? windows + 1 : windows);
      if (first !== "killed") {
        expect(death).toBeGreaterThan(5);
        return;
      }
    }
  });

  it("goes on where it was told to stop, and says how far it is", async () => {
    const { sync, deps, impact } = await aMerchant();
    const stop = new AbortController();
    impact.beforePage = (page) => {
      if (page === 2) stop.abort();
    };
    expect(await sync({ signal: stop.signal })).toEqual({ outcome: "unfinished" });
    const state = await deps.db.syncs.find(key);
    expect(state).toMatchObject({ kind: "first", completedAt: null, finishedAt: null });
    const { done, planned } = await deps.db.syncs.progress(key, state?.run ?? 0);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(planned);
    expect(await sync()).toEqual({ outcome: "complete" });
    expect(await deps.db.syncs.progress(key, state?.run ?? 0)).toEqual({ done: planned, planned });
  });

  it("writes little for an account without actions, where every window is empty", async () => {
    const { sync, deps, impact } = await aMerchant([]);
    const { transact } = deps.db;
    let transactions = 0;
    deps.db.transact = (run) => {
      transactions += 1;
      return transact(run);
    };

    expect(await sync()).toEqual({ outcome: "complete" });

    expect(impact.asked.length).toBeGreaterThan(60);
    expect(transactions).toBeLessThan(15);
    expect(await deps.db.syncs.openWindows(key, 1)).toEqual([]);
  });

  it("is complete for an account without programs", async () => {
    const { sync, stored } = await aMerchant();
    expect(await sync({ programs: [] })).toEqual({ outcome: "complete" });
    expect((await stored()).actions).toEqual([]);
  });
});

describe("a reading that cannot be trusted", () => {
  it("fails when a list could not be read to its end, and stays unfinished", async () => {
    const { sync, deps, impact } = await aMerchant();
    impact.answers.actions = { outcome: "unavailable", reason: "timeout" };
    expect(await sync()).toEqual({ outcome: "failed", failure: impact.answers.actions });
    const [snapshot] = await deps.db.snapshots.all(shop);
    expect(snapshot).toMatchObject({ resource: "Actions", checkedAt: null, failure: impact.answers.actions });
    impact.answers.actions = null;
    expect(await sync()).toEqual({ outcome: "complete" });
  });

  it("refuses amounts in a currency no card is charged in", async () => {
    const { sync, stored, impact } = await aMerchant([]);
    impact.list(anItem({ id: "chf" }), { currency: "CHF" });
    const outcome = await sync({ account: { currency: "CHF", timeZone: "UTC" } });
    const failure = { outcome: "unsupported-currency", currency: "CHF" };
    expect(outcome).toEqual({ outcome: "failed", failure });
    expect((await stored()).actions).toEqual([]);
  });

  it("sets aside what is in another currency or contradicts itself, with the reason, and counts the others", async () => {
    const { sync, stored, impact, deps } = await aMerchant([anItem({ id: "good", payout: "75" })]);
    impact.list(anItem({ id: "eur" }), { currency: "EUR" });
    impact.list(anItem({ id: "odd", trackedOn: "2026-06-01", locksOn: "2026-05-31" }));
    expect(await sync()).toEqual({ outcome: "complete" });
    const { actions, totals, expected } = await stored();
    expect(actions.map(({ id }) => id)).toEqual(["good"]);
    expect(totals).toEqual(expected);
    const aside = await deps.db.setAside.first(key, 10);
    expect(aside.map(({ id, field, problem }) => `${id} ${field} ${problem}`).sort()).toEqual([
      "eur Currency other-currency",
      "odd locksOn contradiction",
    ]);
    expect(await deps.db.setAside.counts(key)).toEqual({ Actions: 2 });
  });

  it("counts a row again once it can be read, and no more once it cannot", async () => {
    const { sync, stored, impact, deps } = await aMerchant([]);
    const item = anItem({ id: "1", payout: "75" });
    impact.list(item, { currency: "EUR" });
    await sync();
    expect(await deps.db.setAside.counts(key)).toEqual({ Actions: 1 });
    impact.list(item);
    deps.clock.now = () => Temporal.Instant.from("2026-06-22T12:00:00Z");
    await sync({ wanted: { kind: "full", after: deps.clock.now() } });
    expect(await deps.db.setAside.counts(key)).toEqual({});
    expect((await stored()).totals).toMatchObject([{ tracked: 7500 }, { locking: 7500 }]);
    impact.list(item, { currency: "EUR" });
    deps.clock.now = () => Temporal.Instant.from("2026-06-23T12:00:00Z");
    await sync({ wanted: { kind: "full", after: deps.clock.now() } });
    expect(await stored()).toMatchObject({ actions: [], totals: [] });
    impact.unlist("1");
    deps.clock.now = () => Temporal.Instant.from("2026-06-24T12:00:00Z");
    await sync({ wanted: { kind: "full", after: deps.clock.now() } });
    expect(await deps.db.setAside.counts(key)).toEqual({});
  });

  it("adds amounts finer than money to the digit and rounds their sum once", async () => {
    // 0.8749 twice is 1.7498, so 1.75; each rounded by itself would make 1.74.
    const finer = { payout: "0.8749", trackedOn: "2026-06-01", locksOn: null };
    const { sync, stored, deps } = await aMerchant([
      anItem({ id: "1", ...finer }),
      anItem({ id: "2", ...finer }),
    ]);
    await sync();
    const { totals, expected } = await stored();
    expect(totals).toEqual(expected);
    expect(settledTotals(totals)).toMatchObject([{ tracked: 175, open: 175 }]);
    expect(await deps.db.actions.page(key, "", 1)).toMatchObject([{ payout: 87 }]);
  });

  it("goes on without the days of reversal when the token may not read the updates", async () => {
    const { sync, stored, impact, deps } = await aMerchant();
    impact.answers.reversals = { outcome: "forbidden", resource: "ActionUpdates" };
    expect(await sync()).toEqual({ outcome: "complete" });
    const { actions } = await stored();
    // The pages of reversals were handed over before the answer turned out to be none; what they said is kept.
    expect(actions).toHaveLength(SOME_ITEMS.length);
    const snapshots = await deps.db.snapshots.all(shop);
    expect(snapshots.find(({ resource }) => resource === "ActionUpdates")?.failure).toEqual(
      impact.answers.reversals,
    );
    expect(snapshots.find(({ resource }) => resource === "Actions")?.failure).toBeNull();
    expect(impact.asked.filter(({ list }) => list === "reversals-of-tracked")).toHaveLength(1);
  });
});
