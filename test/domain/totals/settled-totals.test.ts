import { describe, expect, it } from "vitest";
import {
  type AccountFileJson,
  actionSummary,
  addedTotals,
  groupActions,
  parseDay,
  readActions,
  settledTotals,
  summariseActions,
  totalsChange,
} from "#app/domain/index.ts";
import { partnerEarnings } from "#app/domain/partner/earnings.ts";
import { totalsOf } from "#app/domain/totals/totals-of.ts";

type Item = NonNullable<AccountFileJson["actions"]>[number];
const day = (text: string) => parseDay(text) ?? 0;

const actions = (...overrides: Partial<Item>[]) =>
  readActions(
    overrides.map((each, index) => ({
      ...{ id: `${index}`, program: "Acme", partner: "Blog", state: "PENDING" as const, amount: "10" },
      ...{ payout: "0.8749", trackedOn: "2026-06-01", locksOn: null, reversedOn: null, clearedOn: null },
      ...each,
    })),
    "USD",
  ).actions;

describe("sums of amounts finer than money", () => {
  it("are exact up to each day, and rounded only there", () => {
    const rows = actions({}, { trackedOn: "2026-06-02" }, { trackedOn: "2026-06-03" });
    const settled = settledTotals(summariseActions(rows));
    // 0.8749, 1.7498 and 2.6247 up to the three days.
    let sum = 0;
    expect(settled.map(({ tracked }) => (sum += tracked))).toEqual([87, 175, 262]);
    expect(settled.some((row) => "finer" in row)).toBe(false);
  });

  it("come back to nothing when what was owed is deducted, whatever the day", () => {
    const locks = { state: "APPROVED" as const, locksOn: "2026-06-20" };
    const rows = actions(locks, { ...locks, trackedOn: "2026-06-02", locksOn: "2026-07-20" });
    const settled = settledTotals(summariseActions(rows));
    expect(settled.reduce((owed, { tracked, locking }) => owed + tracked - locking, 0)).toBe(0);
  });

  it("change as exactly as they are made, and leave nothing behind", () => {
    const before = actions({}, {});
    const after = actions({ payout: "0.8796" }, { payout: "1" });
    const moved = addedTotals([
      [summariseActions(before), 1],
      [totalsChange(before, after), 1],
    ]);
    expect(settledTotals(moved).map(({ tracked }) => tracked)).toEqual([188]);
    const gone = addedTotals([
      [summariseActions(after), 1],
      [totalsChange(after, []), 1],
    ]);
    expect(gone).toEqual([]);
  });

  it("are rounded once over groups too", () => {
    const rows = actions({}, { locksOn: "2026-06-20" });
    expect(partnerEarnings(rows).pending.amount).toBe(175);
    expect(groupActions(actions({}, {}))).toMatchObject([{ count: 2, payout: 174 }]);
  });

  it("hold what was given back, also on a day it comes to nothing", () => {
    const rows = actions({ payout: "0.88", amount: "21.99" }, { payout: "-0.88", amount: "-21.99" });
    const [row] = summariseActions([...rows, ...actions({ id: "x", payout: "1", trackedOn: "2026-06-05" })]);
    expect(row).toMatchObject({ day: day("2026-06-05"), tracked: 100 });
    const [credit] = summariseActions(actions({ payout: "-0.88", amount: "1.76" }));
    expect(credit).toMatchObject({ tracked: -88, open: -88, openRevenue: 176 });
  });

  it("are the same from the rows and from a brief of them", () => {
    const on = day("2026-06-02");
    const rows = actions({}, { trackedOn: "2026-06-03" }, {});
    const later = rows.filter(({ trackedOn }) => trackedOn > on);
    const brief = actionSummary({
      ...{ on, totals: summariseActions(rows), tracked: 2, reversed: 0 },
      ...{ open: groupActions(rows.filter(({ trackedOn }) => trackedOn <= on)), later },
    });
    expect(settledTotals(totalsOf(brief, on) ?? [])).toEqual(settledTotals(totalsOf(rows, on) ?? []));
  });
});
