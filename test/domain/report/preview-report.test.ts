import { describe, expect, it } from "vitest";
import { toDay } from "#app/domain/day.ts";
import { previewReport } from "#app/domain/index.ts";
import { totalsOf } from "#app/domain/totals/totals-of.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { ofStory, ofSummer, summer } from "./a-preview.ts";

describe("this month's fee", () => {
  it("is forecast from three months of history, with the parts it is a share of", () => {
    // 12,000 in 92 days, and 19 of September's days are left for new locks: 2,478.26; 2.5 % of it.
    expect(ofSummer("2026-09-01").thisMonth).toEqual({
      month: "2026-09",
      lockedRevenue: "0.00",
      feeBase: "0.00",
      knownToLock: "0.00",
      newActions: "2478.26",
      likelyBase: "2478.26",
      share: "61.96",
      fee: { low: "31.67", likely: "61.96", high: "91.94" },
      shown: { amount: "61.96", bound: "about" },
      rule: "percentage",
      method: { id: "core.preview.method.history", values: { lagDays: 10 } },
      partnerCost: "247.83",
      chargedOn: "2026-10-01",
      settledOn: "2026-10-02",
    });
  });

  it("says what has locked apart from what will, and agrees with itself where no case is higher", () => {
    expect(ofStory("2026-06-05").thisMonth).toEqual({
      month: "2026-06",
      lockedRevenue: "0.00",
      feeBase: "0.00",
      knownToLock: "1000.00",
      newActions: "0.00",
      likelyBase: "1000.00",
      share: "25.00",
      fee: { low: "30.00", likely: "30.00", high: "30.00" },
      shown: { amount: "30.00", bound: "atLeast" },
      rule: "minimum",
      method: {
        id: "core.preview.method.agree",
        values: { minimumAmount: "30.00", currency: "USD" },
      },
      partnerCost: "75.00",
      chargedOn: "2026-07-01",
      settledOn: "2026-07-02",
    });
    expect(ofStory("2026-06-25").thisMonth).toMatchObject({ feeBase: "1000.00", knownToLock: "0.00" });
  });

  it("is a range of cases while the history is short", () => {
    // 4,000 lock on 20 June: nothing has yet, so that only the minimum is certain.
    const actions = [anAction({ amount: "4000.00" })];
    expect(ofStory("2026-06-05", {}, { actions }).thisMonth).toMatchObject({
      fee: { low: "100.00", likely: null, high: "100.00" },
      shown: { amount: "30.00", bound: "atLeast" },
      method: {
        id: "core.preview.method.cases",
        values: { minimumAmount: "30.00", currency: "USD" },
      },
    });
  });

  it("is not known, nor what it is a share of, where the actions were not read", () => {
    expect(ofStory("2026-06-05", {}, { actions: null }).thisMonth).toEqual({
      month: "2026-06",
      lockedRevenue: null,
      feeBase: null,
      knownToLock: null,
      newActions: null,
      likelyBase: null,
      share: null,
      fee: { low: "30.00", likely: null, high: null },
      shown: { amount: "30.00", bound: "atLeast" },
      rule: "minimum",
      method: {
        id: "core.preview.method.unknown",
        values: { minimumAmount: "30.00", currency: "USD" },
      },
      partnerCost: null,
      chargedOn: "2026-07-01",
      settledOn: "2026-07-02",
    });
  });

  it("is none in the month of sign-up, which settles on no day", () => {
    expect(ofStory("2026-05-30").thisMonth).toMatchObject({
      fee: { low: "0.00", likely: "0.00", high: "0.00" },
      shown: { amount: "0.00", bound: "about" },
      method: { id: "core.preview.method.none", values: { coveredMonth: "2026-05" } },
      chargedOn: null,
      settledOn: null,
    });
  });

  it("has no share of its own where the plan has a flat fee", () => {
    const { thisMonth } = ofSummer("2026-09-01", {}, { edition: "essentials" });
    expect(thisMonth).toMatchObject({ share: null, feeBase: "0.00", likelyBase: "247.83" });
  });

  it("is at least what is certain where rows could not be read; a month without a fee has none all the same", () => {
    const { thisMonth, months, year, unread } = ofSummer(
      "2026-09-01",
      { months: 11, close: date("2026-10-10") },
      { unread: { actions: 3 } },
    );
    const least = { low: "30.00", likely: null, high: null };
    expect(thisMonth).toMatchObject({ fee: least, shown: { amount: "30.00", bound: "atLeast" } });
    expect(months[0]?.fee).toEqual(least);
    expect(months[1]).toMatchObject({
      fee: { low: "0.00", likely: "0.00", high: "0.00" },
      shown: { amount: "0.00", bound: "atLeast" },
    });
    // September and October cost the minimum at least.
    expect(year).toMatchObject({
      fee: { low: "60.00", likely: null, high: null },
      shown: { amount: "60.00", bound: "atLeast" },
    });
    expect(unread).toEqual([{ id: "core.unread.actions", values: { count: 3 } }]);
  });
});

describe("a preview from sums by day", () => {
  it("is the one from the actions", () => {
    const { actions, ...facts } = anAccount({ contracts: null, actions: summer() });
    const on = date("2026-09-01");
    expect(previewReport({ ...facts, totals: totalsOf(actions, toDay(on)) }, { on, months: 1 })).toEqual(
      ofSummer("2026-09-01"),
    );
  });
});
