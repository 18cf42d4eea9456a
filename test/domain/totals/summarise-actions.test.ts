import { describe, expect, it } from "vitest";
import { isoDay, parseDay, settledTotals, summariseActions } from "#app/domain/index.ts";
import { monthOf } from "#app/domain/month.ts";
import { monthSeries } from "#app/domain/totals/month-series.ts";
import { usualLag } from "#app/domain/totals/usual-lag.ts";
import { type ActionJson, anAccount, anAction } from "#test/factories/account.ts";

const rows = (actions: Partial<ActionJson>[], asOf?: string) => {
  const list = actions.map((action, index) => anAction({ id: `${index}`, ...action }));
  return summariseActions(
    anAccount({ actions: list }).actions ?? [],
    asOf === undefined ? undefined : (parseDay(asOf) ?? 0),
  );
};

describe("daily totals", () => {
  it("hold a commission on its day of tracking and of locking", () => {
    const [tracked, locked] = rows([{}, { payout: "5.00" }]);
    expect(tracked).toMatchObject({ tracked: 8_000, undone: 0, locking: 0 });
    expect(locked).toMatchObject({ tracked: 0, locking: 8_000, lockingRevenue: 200_000 });
    expect([tracked, locked].map((row) => isoDay(row?.day ?? 0))).toEqual(["2026-05-30", "2026-06-20"]);
  });

  it("keep commissions without a lock date apart", () => {
    expect(rows([{ locksOn: null }])).toMatchObject([{ open: 7_500, openRevenue: 100_000 }]);
  });

  it("take a reversed commission back on its day", () => {
    const [tracked, reversed] = rows([{ state: "REVERSED", reversedOn: "2026-06-03" }]);
    expect(tracked).toMatchObject({ tracked: 7_500, undone: 7_500, lockingRevenue: 0 });
    expect(reversed).toMatchObject({ reversed: 7_500, locking: 0 });
  });

  it("know on a day only what had happened by then", () => {
    const reversedLater = { state: "REVERSED" as const, reversedOn: "2026-06-03" };
    expect(rows([reversedLater], "2026-06-02")).toMatchObject([{ tracked: 7_500 }, { locking: 7_500 }]);
    expect(rows([{}], "2026-05-29")).toEqual([]);
  });

  it("count an approved action without dates as locked when it was tracked", () => {
    expect(rows([{ state: "APPROVED", locksOn: null }])).toMatchObject([
      { tracked: 7_500, locking: 7_500, open: 0 },
    ]);
  });

  it("reach over decades", () => {
    const far = rows([{ trackedOn: "2026-05-30" }, { trackedOn: "2000-01-01" }, { locksOn: "2099-12-31" }]);
    expect([far[0], far.at(-1)].map((row) => isoDay(row?.day ?? 0))).toEqual(["2000-01-01", "2099-12-31"]);
    expect(far.reduce((sum, row) => sum + row.tracked - row.locking, 0)).toBe(0);
  });

  it.each([
    ["reversed", { state: "REVERSED" as const, locksOn: null, reversedOn: "2040-01-01" }],
    ["paid", { state: "APPROVED" as const, locksOn: null, clearedOn: "2040-01-01" }],
  ])("reach as far as the day an action is %s", (_, action) => {
    const far = rows([action]);
    expect(far.map(({ day }) => isoDay(day))).toEqual(["2026-05-30", "2040-01-01"]);
    expect([far[1]?.reversed, far[1]?.locking].sort()).toEqual([0, 7_500]);
  });

  it("never cost anything for an action that was reversed when it was tracked, or nobody knows when", () => {
    const reversed = { state: "REVERSED" as const };
    expect(rows([reversed, { ...reversed, reversedOn: "2026-05-30" }])).toEqual([]);
    expect(rows([reversed, {}])).toMatchObject([{ tracked: 7_500, undone: 0 }, { reversed: 0 }]);
  });

  it("take back to the digit what is finer than money", () => {
    const [tracked, reversed] = settledTotals(
      rows([1, 2].map(() => ({ state: "REVERSED", payout: "0.8749", reversedOn: "2026-06-03" }))),
    );
    // Twice 0.8749 is 1.7498.
    expect([tracked?.tracked, tracked?.undone, reversed?.reversed]).toEqual([175, 175, 175]);
  });

  it("are refused where they could not be exact", () => {
    const [action] = anAccount().actions ?? [];
    if (!action) throw new Error("the account has no action");
    const most = { ...action, amount: 0, payout: Number.MAX_SAFE_INTEGER };
    expect(summariseActions([most])[0]?.tracked).toBe(9_007_199_254_740_991);
    const oneMore = [most, { ...action, id: "2", amount: 0, payout: 1 }];
    expect(() => summariseActions(oneMore)).toThrow("The totals of day 20603 cannot be held exactly");
  });

  it("give the average time to lock, weighted by commission", () => {
    // 10 days on 10, 20 days on 30: (100 + 600) ÷ 40 = 17.5 → 18 days; the open and the reversed action do not count.
    const lag = usualLag(
      rows([
        { payout: "10.00", trackedOn: "2026-05-01", locksOn: "2026-05-11" },
        { payout: "30.00", trackedOn: "2026-05-05", locksOn: "2026-05-25" },
        { payout: "90.00", trackedOn: "2026-05-06", locksOn: null },
        { payout: "70.00", state: "REVERSED", trackedOn: "2026-05-07", reversedOn: "2026-05-30" },
      ]),
    );
    expect(lag).toBe(18);
    expect(usualLag([])).toBe(0);
  });

  it("add up by month", () => {
    const totals = rows([{}, { amount: "50.00", trackedOn: "2026-06-02", locksOn: "2026-07-01" }]);
    const series = monthSeries(totals, 0, 50_000);
    const month = (iso: string) => series(monthOf(parseDay(iso) ?? 0)).lockedRevenue;
    expect([month("2026-05-01"), month("2026-06-01"), month("2026-07-01")]).toEqual([0, 100_000, 5_000]);
  });
});
