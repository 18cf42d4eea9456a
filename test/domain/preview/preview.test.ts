import { describe, expect, it } from "vitest";
import { type AccountFileJson, previewReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

/** One sale on the 5th of each month, locking ten days later; revenue in whole units, commission a tenth. */
const monthly = (revenues: readonly number[], firstMonth = 6) =>
  revenues.map((revenue, index) => {
    const month = String(firstMonth + index).padStart(2, "0");
    return anAction({
      id: `${index}`,
      amount: `${revenue}.00`,
      payout: `${revenue / 10}.00`,
      trackedOn: `2026-${month}-05`,
      locksOn: `2026-${month}-15`,
    });
  });

/** A contract that runs on: without one nothing new is tracked (D17). */
const contracts = [{ id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null }];

const preview = (file: Partial<AccountFileJson>, on: string, options = {}) =>
  previewReport(anAccount({ contracts, ...file }), { on: date(on), ...options });

describe("the fee preview", () => {
  it("gives no likely fee under three full months, only the least and the most", () => {
    const report = preview({ actions: monthly([4_000]) }, "2026-06-10");
    // All 4,000 have a locking date in June, and nobody knows yet how many get reversed (D15): 2.5 % = 100.
    expect(report.thisMonth.fee).toEqual({ low: "100.00", likely: null, high: "100.00" });
    expect(report.thisMonth.method.id).toBe("core.preview.method.cases");
  });

  it("gives the fee on which least and most agree, and does not say that there is none", () => {
    // 1,000 tracked: 2.5 % is 25, under the minimum, whatever locks.
    const report = preview({}, "2026-06-10");
    expect(report.thisMonth.fee).toEqual({ low: "30.00", likely: "30.00", high: "30.00" });
    expect(report.thisMonth.method.id).toBe("core.preview.method.agree");
  });

  it("leaves reversed actions out of the most", () => {
    const reversed = anAction({
      id: "gone",
      payout: "900.00",
      trackedOn: "2026-06-02",
      state: "REVERSED",
      reversedOn: "2026-06-04",
    });
    const report = preview(
      { edition: "starter-agency", actions: [...monthly([4_000]), reversed] },
      "2026-06-10",
    );
    // 20 % of the 400 that still stand = 80.
    expect(report.thisMonth.fee.high).toBe("80.00");
  });

  it("forecasts from the last full months once there are three", () => {
    // June 2,000, July 4,000, August 6,000. September: 30 days, locks known up to 1 + 10 September, 19 days left.
    const report = preview({ actions: monthly([2_000, 4_000, 6_000]) }, "2026-09-01");
    // low: June's 2,000 in 30 days × 19 = 1,266.67 → 31.67; likely: 12,000 in 92 days × 19 = 2,478.26 → 61.96;
    // high: August's 6,000 in 31 days × 19 = 3,677.42 → 91.94.
    expect(report.thisMonth.fee).toEqual({ low: "31.67", likely: "61.96", high: "91.94" });
    expect(report.thisMonth.method).toEqual({ id: "core.preview.method.history", values: { lagDays: 10 } });
    // October in full: 12,000 in 92 days × 31 = 4,043.48 → 101.09.
    expect(report.months[0]).toMatchObject({
      month: "2026-10",
      fee: { likely: "101.09" },
      chargedOn: "2026-11-01",
    });
  });

  it("takes from the low case the share that was reversed in the last twelve months, and nothing more (D15)", () => {
    const locks = anAction({
      id: "s",
      amount: "4000.00",
      payout: "400.00",
      trackedOn: "2026-09-05",
      locksOn: "2026-09-15",
    });
    const undone = anAction({
      id: "r",
      state: "REVERSED",
      payout: "1600.00",
      trackedOn: "2026-08-01",
      locksOn: null,
      reversedOn: "2026-08-20",
    });
    // 1,600 of 3,200 in commissions were reversed: half of the 4,000. From 21 September on 10 days at June's pace: 666.67.
    const report = preview({ actions: [...monthly([2_000, 4_000, 6_000]), locks, undone] }, "2026-09-10");
    expect(report.thisMonth.fee.low).toBe("66.67");
  });

  it("scales new revenue by the what-if, not what is known to lock", () => {
    const file = { actions: monthly([2_000, 4_000, 6_000]) };
    // 101.09 × 1.10: 13,200 in 92 days × 31 = 4,447.83 → 111.20.
    expect(preview(file, "2026-09-01", { revenueChange: 10 }).months[0]?.fee.likely).toBe("111.20");
    expect(preview(file, "2026-09-01", { revenueChange: -100 }).months[0]?.fee.likely).toBe("30.00");
  });

  it("stops new sales at the end of the contracts, and their locks ten days later", () => {
    const file = { actions: monthly([2_000, 4_000, 6_000]) };
    const report = preview(file, "2026-09-01", { contractsEnd: date("2026-10-11") });
    // Locks until 21 October: 12,000 in 92 days × 21 = 2,739.13 → 68.48; November has none.
    expect(report.months.slice(0, 2).map((month) => month.fee.likely)).toEqual(["68.48", "30.00"]);
  });

  it("forecasts no new sales once every contract has ended, or past the last day of those that end (D17)", () => {
    const actions = monthly([2_000, 4_000, 6_000]);
    const ending = [{ id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: "2026-10-11" }];
    const fees = (file: Partial<AccountFileJson>) =>
      preview({ actions, ...file }, "2026-09-01")
        .months.slice(0, 2)
        .map((month) => month.fee.likely);
    expect(fees({ contracts: [] })).toEqual(["30.00", "30.00"]);
    expect(fees({ contracts: ending })).toEqual(["68.48", "30.00"]);
    // Not known is not none.
    expect(fees({ contracts: null })).toEqual(fees({}));
  });

  it("charges nothing for the months after the one of closing", () => {
    const report = preview({ actions: [] }, "2026-09-01", { close: date("2026-10-10"), months: 3 });
    expect(report.months.map((month) => [month.fee.likely, month.chargedOn])).toEqual([
      ["30.00", "2026-11-01"],
      ["0.00", null],
      ["0.00", null],
    ]);
    expect(report.assumptions).toContain("G27");
  });

  it("counts this month's locks up to the day it is seen from", () => {
    const file = { actions: monthly([2_000]) };
    expect(preview(file, "2026-06-14").thisMonth.lockedRevenue).toBe("0.00");
    expect(preview(file, "2026-06-15").thisMonth).toMatchObject({
      lockedRevenue: "2000.00",
      rule: "percentage",
    });
  });

  it("has no fee for the part-month of sign-up", () => {
    const { thisMonth, firstFee } = preview({ actions: [] }, "2026-05-20");
    expect(thisMonth).toMatchObject({
      fee: { low: "0.00", likely: "0.00", high: "0.00" },
      chargedOn: null,
      settledOn: null,
    });
    expect(firstFee).toEqual({ earliest: "2026-07-01", expected: "2026-07-01" });
  });

  it("warns of a fee for the month of sign-up when that began on the 1st (G4)", () => {
    const { thisMonth, firstFee, assumptions } = preview(
      { signedUpOn: "2026-05-01", actions: [] },
      "2026-05-20",
    );
    expect(thisMonth).toMatchObject({
      fee: { low: "0.00", likely: "0.00", high: "30.00" },
      chargedOn: "2026-06-01",
    });
    expect(firstFee).toEqual({ earliest: "2026-06-01", expected: "2026-07-01" });
    expect(assumptions).toContain("G4");
  });

  it("does not invent amounts when the actions are not known", () => {
    const report = preview({ actions: null }, "2026-06-10");
    expect(report.thisMonth).toMatchObject({
      lockedRevenue: null,
      fee: { low: "30.00", likely: null, high: null },
    });
    expect(report.months[0]).toMatchObject({ partnerCost: null, cardCharges: null });
    expect(report.nextCardCharge).toMatchObject({
      date: "2026-07-01",
      because: { id: "core.preview.charge.balance-unknown", values: { missing: "actions" } },
    });
    expect(report.plans.map((plan) => plan.fee)).toEqual([null, null, null]);
  });

  it.each([
    ["balance", { fundingBalance: null }],
    ["both", { fundingBalance: null, actions: null }],
  ])("says what the next charge is not known for: %s", (missing, file) => {
    expect(preview(file, "2026-06-10").nextCardCharge?.because).toMatchObject({ values: { missing } });
  });

  it("has no next charge while the balance covers every fee to come", () => {
    const file = { actions: [], fundingBalance: { amount: "5000.00", asOf: "2026-05-12" } };
    expect(preview(file, "2026-06-10").nextCardCharge).toBeNull();
  });

  it("compares the plans on the merchant's own usual month", () => {
    const { plans, usualMonth } = preview({ actions: monthly([20_000, 20_000, 20_000]) }, "2026-09-01");
    // Revenue 20,000, commissions 2,000: 2.5 % = 500; 20 % of 2,000 = 400; 500 flat, 2,500 included.
    expect(usualMonth).toEqual({ revenue: "20000.00", payout: "2000.00", from: "history" });
    expect(plans.map((plan) => [plan.edition, plan.fee])).toEqual([
      ["starter", "500.00"],
      ["starter-agency", "400.00"],
      ["essentials", "500.00"],
    ]);
  });

  it("breaks even at 1,200 in USD, and only where the fee depends on revenue", () => {
    expect(preview({}, "2026-06-10").breakEvenRevenue).toBe("1200.00");
    expect(preview({ edition: "starter-agency" }, "2026-06-10").breakEvenRevenue).toBeNull();
  });

  it("marks a foreign minimum fee as an estimate until the merchant gives it", () => {
    const file: Partial<AccountFileJson> = {
      currency: "JPY",
      fundingBalance: { amount: "0", asOf: "2026-05-12" },
      actions: [],
    };
    const estimate = preview(file, "2026-06-10");
    expect(estimate.thisMonth.fee.low).toBe("4709");
    expect(estimate.plan).toMatchObject({ minimumFeeFrom: "estimate", ratesAsOf: "2024-12-31" });
    expect(estimate.assumptions).toContain("G2");
    const corrected = preview({ ...file, minimumFee: "4500" }, "2026-06-10");
    expect(corrected.thisMonth.fee.low).toBe("4500");
    expect(corrected.assumptions).not.toContain("G2");
  });

  it("knows no balance before the day it was read, so the next fee comes in full", () => {
    const file = { actions: [], fundingBalance: { amount: "500.00", asOf: "2026-07-15" } };
    const report = preview(file, "2026-06-10", { months: 3 });
    expect(report.nextCardCharge).toMatchObject({
      date: "2026-07-01",
      amount: "30.00",
      because: { id: "core.preview.charge.balance-unknown", values: { missing: "earlier" } },
    });
    // July holds days before the balance was read; from August on it covers everything.
    expect(report.months.map((month) => month.cardCharges)).toEqual([null, "0.00", "0.00"]);
  });
});
