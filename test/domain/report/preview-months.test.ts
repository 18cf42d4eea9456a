import { describe, expect, it } from "vitest";
import { previewReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { type File, ofStory, ofSummer, summer } from "./a-preview.ts";

describe("the months to come", () => {
  it("each have a fee, what new actions bring, and what the card pays", () => {
    // October: 12,000 ÷ 92 × 31 = 4,043.48 of revenue. The card pays 404.35 of commissions and September's 61.96.
    expect(ofSummer("2026-09-01").months).toEqual([
      {
        month: "2026-10",
        method: { id: "core.preview.method.history", values: { lagDays: 10 } },
        fee: { low: "51.67", likely: "101.09", high: "150.00" },
        shown: { amount: "101.09", bound: "about" },
        chargedOn: "2026-11-01",
        partnerCost: "404.35",
        cardCharges: "466.31",
      },
    ]);
  });

  it("are twelve unless told, and with this month a year of twelve", () => {
    const { months, year } = previewReport(anAccount({ contracts: null, actions: summer() }), {
      on: date("2026-09-10"),
    });
    expect(months.map(({ month }) => month)).toEqual([
      "2026-10",
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
      "2027-06",
      "2027-07",
      "2027-08",
      "2027-09",
    ]);
    expect(year).toEqual({
      from: "2026-09",
      to: "2027-08",
      fee: { low: "963.91", likely: "1125.03", high: "1285.24" },
      shown: { amount: "1125.03", bound: "about" },
      partnerCost: "4500.00",
    });
    expect(ofSummer("2026-09-01").year).toBeNull();
  });

  it("have no fee any more after the closing month", () => {
    const { months } = ofSummer("2026-09-10", { months: 2, close: date("2026-10-10") });
    expect(months[1]).toEqual({
      month: "2026-11",
      method: { id: "core.preview.method.none", values: { coveredMonth: "2026-11" } },
      fee: { low: "0.00", likely: "0.00", high: "0.00" },
      shown: { amount: "0.00", bound: "about" },
      chargedOn: null,
      partnerCost: "0.00",
      cardCharges: "61.96",
    });
  });

  it("name the amount that is tried, and refuse what is none", () => {
    const { thisMonth, months } = ofSummer("2026-09-10", { revenueAMonth: "2000.00" });
    const method = {
      id: "core.preview.method.tried",
      values: { revenueAmount: "2000.00", currency: "USD" },
    };
    // At the minimum a fee can only become more; above it the pace that is tried decides.
    expect(thisMonth).toMatchObject({ method, shown: { amount: "30.00", bound: "atLeast" } });
    expect(months[0]).toMatchObject({ method, shown: { amount: "50.00", bound: "about" } });
    expect(() => ofSummer("2026-09-10", { revenueAMonth: "much" })).toThrow("much is no amount of USD");
  });

  it("have no likely sum where one of them has none", () => {
    const { year } = ofStory("2026-06-05", { months: 11 }, { actions: null });
    expect(year).toEqual({
      from: "2026-06",
      to: "2027-05",
      fee: { low: "360.00", likely: null, high: null },
      shown: { amount: "360.00", bound: "atLeast" },
      partnerCost: null,
    });
  });

  it("come to at least the minimum of those that have a fee, where the account closes", () => {
    const sum = (file: File) =>
      ofStory("2026-06-05", { months: 11, close: date("2026-07-10") }, file).year?.shown;
    // June and July.
    expect(sum({})).toEqual({ amount: "60.00", bound: "atLeast" });
    expect(sum({ currency: "EUR" })?.bound).toBe("atLeastAbout");
  });

  it("come to about the likely sum where one of them is above the minimum", () => {
    // September is at the minimum at this pace, October above it.
    const { thisMonth, year } = ofSummer("2026-09-25", { months: 11 });
    expect([thisMonth.shown.bound, year?.shown.bound]).toEqual(["atLeast", "about"]);
  });

  it("come to at least about the minimum where that is converted", () => {
    const { year, plan } = ofStory("2026-06-05", { months: 11 }, { currency: "EUR", actions: null });
    expect(year?.shown.bound).toBe("atLeastAbout");
    expect(plan.minimumFeeFrom).toBe("estimate");
    // 2.5 % of 40,000 is more than a minimum that is converted.
    const actions = [anAction({ amount: "40000.00", locksOn: "2026-06-02" })];
    const large = ofStory("2026-06-05", { months: 11 }, { currency: "EUR", actions });
    expect(large.thisMonth.shown).toEqual({ amount: "1000.00", bound: "atLeast" });
    expect(large.year?.shown.bound).toBe("atLeast");
  });
});

describe("the next charge to the card", () => {
  it("says what it is for", () => {
    expect(ofSummer("2026-09-01").nextCardCharge).toEqual({
      date: "2026-10-01",
      amount: "61.96",
      because: {
        id: "core.preview.charge.fee",
        values: { chargeAmount: "61.96", currency: "USD" },
      },
    });
  });

  it("says what is missing where the balance is not known", () => {
    expect(ofSummer("2026-09-10", {}, { fundingBalance: null }).nextCardCharge).toEqual({
      date: "2026-10-01",
      amount: "32.61",
      because: {
        id: "core.preview.charge.balance-unknown",
        values: { chargeAmount: "32.61", currency: "USD", missing: "balance" },
      },
    });
  });

  it("is none where nothing is charged any more", () => {
    expect(ofStory("2026-07-02", {}, { kind: "partner" }).nextCardCharge).toBeNull();
  });
});
