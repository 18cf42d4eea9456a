import { describe, expect, it } from "vitest";
import { disconnectAccount } from "#app/services/connection/disconnect-account.server.ts";
import { aMerchant, anItem, asActions, key, SOME_ITEMS, shop } from "./a-merchant.ts";

const without = (...ids: string[]) => SOME_ITEMS.filter(({ id }) => !ids.includes(id));

/** A merchant whose first reading is done, a day later. */
async function aDayLater() {
  const merchant = await aMerchant();
  await merchant.sync();
  merchant.deps.clock.set("2026-06-22T09:00:00Z");
  merchant.impact.asked = [];
  return merchant;
}

describe("an update", () => {
  it.each([
    [
      "an action tracked since",
      anItem({ id: "8", trackedOn: "2026-06-22", locksOn: "2026-08-01" }),
      "2026-06-22",
    ],
    [
      "a reversal and its day",
      anItem({ state: "REVERSED", locksOn: null, reversedOn: "2026-06-22" }),
      "2026-06-22",
    ],
    ["a lock, which is no update", anItem({ state: "APPROVED", locksOn: "2026-06-21" }), "2026-06-01"],
    ["a lock date moved far ahead", anItem({ locksOn: "2026-12-24" }), "2026-06-01"],
    ["an amount corrected on a pending action", anItem({ payout: "3.00" }), "2026-06-01"],
  ])("finds %s", async (_name, item, updatedOn) => {
    const { sync, stored, impact } = await aDayLater();
    impact.list(item, { updatedOn });
    expect(await sync()).toEqual({ outcome: "complete" });
    const { actions, totals, expected } = await stored();
    expect(actions).toEqual(asActions([...without(item.id), item]));
    expect(totals).toEqual(expected);
  });

  it("asks for little: days since the last reading and days with pending actions", async () => {
    const { sync, impact } = await aDayLater();
    await sync();
    expect(impact.asked.filter(({ list }) => list === "tracked")).toHaveLength(1);
    expect(impact.asked.filter(({ list }) => list === "updated")).toHaveLength(1);
    expect(impact.asked.filter(({ list }) => list === "reversals-updated")).toHaveLength(1);
  });

  it("takes back a reversal that impact.com took back", async () => {
    const { sync, stored, impact } = await aDayLater();
    impact.list(anItem({ id: "3", trackedOn: "2025-01-10", locksOn: "2026-08-01" }), {
      updatedOn: "2026-06-22",
    });
    await sync();
    const { actions, totals, expected } = await stored();
    expect(actions.find(({ id }) => id === "3")).toMatchObject({ state: "PENDING", reversedOn: null });
    expect(totals).toEqual(expected);
  });

  it("is not made again while the last one is as new as wanted", async () => {
    const { sync, impact, deps } = await aDayLater();
    await sync();
    impact.asked = [];
    expect(
      await sync({ wanted: { kind: "update", after: deps.clock.now().subtract({ minutes: 15 }) } }),
    ).toEqual({
      outcome: "complete",
    });
    expect(await sync({ wanted: { kind: "continue" } })).toEqual({ outcome: "complete" });
    expect(impact.asked).toEqual([]);
  });
});

describe("a full reading", () => {
  it("lets go of actions impact.com no longer lists, with their sums", async () => {
    const { sync, stored, impact, deps } = await aDayLater();
    impact.unlist("2");
    await sync();
    expect((await stored()).actions).toHaveLength(SOME_ITEMS.length);
    deps.clock.set("2026-06-23T09:00:00Z");
    await sync({ wanted: { kind: "full", after: deps.clock.now() } });
    const { actions, totals, expected } = await stored();
    expect(actions).toEqual(asActions(without("2")));
    expect(totals).toEqual(expected);
  });

  it.each([
    ["2026-06-22T08:59:59Z", "update"], // the first was read to its end
    ["2026-06-22T09:00:00Z", "first"],
  ])(
    "begins anew when the last one was left a day ago, not sooner: at %s the %s one comes second",
    async (time, kind) => {
      const { sync, impact, deps } = await aMerchant();
      const stop = new AbortController();
      stop.abort();
      await sync({ signal: stop.signal });
      deps.clock.set(time);
      await sync();
      expect(await deps.db.syncs.find(key)).toMatchObject({ run: 2, kind });
      expect(impact.asked.length).toBeGreaterThan(50);
    },
  );

  it("begins anew when the account turns out to be in another currency", async () => {
    const { sync, impact, stored } = await aDayLater();
    for (const item of SOME_ITEMS) impact.list({ ...item, amount: "1.00" }, { currency: "EUR" });
    expect(await sync({ account: { currency: "EUR", timeZone: "UTC" } })).toEqual({ outcome: "complete" });
    const { actions, totals, expected } = await stored();
    expect(actions.every(({ amount }) => amount === 100)).toBe(true);
    expect(totals).toEqual(expected);
  });
});

describe("two readers", () => {
  it("do not read one account at the same time", async () => {
    const { sync, impact, deps } = await aMerchant();
    await deps.db.leases.hold(key.accountSid, "another process", 60);
    expect(await sync()).toEqual({ outcome: "busy" });
    expect(impact.asked).toEqual([]);
    await deps.db.leases.release(key.accountSid, "another process");
    expect(await sync()).toEqual({ outcome: "complete" });
  });

  it("leave the account free when the one reading it dies of a fault", async () => {
    const { sync, impact, deps } = await aMerchant();
    impact.beforePage = () => {
      throw new Error("a fault");
    };
    await expect(sync()).rejects.toThrow("a fault");
    expect(await deps.db.leases.hold(key.accountSid, "another process", 60)).toBe(true);
  });
});

it("writes nothing more once the account was disconnected", async () => {
  const { sync, impact, deps } = await aMerchant();
  impact.beforePage = (page) => {
    if (page === 2) void disconnectAccount({ shop, actor: "staff-1" }, deps);
  };
  expect(await sync()).toEqual({ outcome: "busy" });
  expect(await deps.db.actions.all(key)).toEqual([]);
  expect(await deps.db.syncs.find(key)).toBeNull();
});
