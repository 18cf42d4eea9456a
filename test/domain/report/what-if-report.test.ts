import { describe, expect, it } from "vitest";
import { whatIfReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const account = anAccount({
  contracts: null,
  actions: [2_000, 4_000, 6_000].map((revenue, index) =>
    anAction({
      id: `${index}`,
      amount: `${revenue}.00`,
      payout: `${revenue / 10}.00`,
      trackedOn: `2026-0${6 + index}-05`,
      locksOn: `2026-0${6 + index}-15`,
    }),
  ),
});
const whatIf = (tried: Parameters<typeof whatIfReport>[1]["tried"], of = account) =>
  whatIfReport(of, { on: date("2026-09-01"), tried });

describe("what if", () => {
  it("puts the preview as it is beside the preview with the change, and the difference", () => {
    const report = whatIf({ revenueChange: -50 });
    // September: half of the 2,478.26 that new actions lock is under the minimum.
    expect(report.nextFee).toEqual({
      month: "2026-09",
      chargedOn: "2026-10-01",
      asItIs: "61.96",
      asItIsBound: "about",
      changed: "30.98",
      changedBound: "about",
      difference: "-30.98",
    });
    expect(report.fees).toMatchObject({ asItIs: "1154.38", changed: "577.14", difference: "-577.24" });
  });

  it("takes an amount a month for new actions, in each month the same", () => {
    const report = whatIf({ revenueAMonth: "2000.00" });
    // 2.5 % of 2,000 is 50 in a full month; in September 19 of its 30 days are left for new locks: 31.67.
    expect(report.nextFee).toMatchObject({ changed: "31.67" });
    expect(report.fees.changed).toBe("581.67");
    // A tenth of the revenue in commissions, as so far.
    expect(report.commissions.changed).toBe("2326.67");
  });

  it("knows an amount a month without any history, but then no commissions", () => {
    const young = anAccount({ contracts: null, actions: [] });
    const report = whatIfReport(young, { on: date("2026-07-02"), tried: { revenueAMonth: "2000.00" } });
    // July: 29 of 31 days are left, 2.5 % of 1,870.97 is 46.77; eleven months at 50.
    expect(report.fees).toMatchObject({
      asItIs: "360.00",
      asItIsBound: "atLeast",
      changed: "596.77",
      changedBound: "about",
      difference: "236.77",
    });
  });

  it("ends new actions with the contracts, and the fees with the closing month", () => {
    const report = whatIf({ contractsEnd: date("2026-09-30"), close: date("2026-12-15") });
    expect(report.lastFeeOn).toBe("2027-01-01");
    // Locks up to ten days after the end of contracts; then the minimum to December.
    expect(report.fees.changed).toBe("154.57");
  });

  it("says back what was tried, and nothing of what was not", () => {
    const nothing = { revenueChange: null, revenueAMonth: null, contractsEnd: null, close: null };
    expect(whatIf({}).tried).toEqual(nothing);
    expect(whatIf({ revenueChange: -50, revenueAMonth: "2000.00" }).tried).toEqual({
      ...nothing,
      revenueChange: -50,
      revenueAMonth: "2000.00",
    });
    expect(whatIf({ contractsEnd: date("2026-09-30"), close: date("2026-12-15") }).tried).toEqual({
      ...nothing,
      contractsEnd: "2026-09-30",
      close: "2026-12-15",
    });
  });

  it("compares the commissions of the year, where both are known", () => {
    // 1,200.00 in 92 days, for the 354 days that are left to lock in, and half of it.
    expect(whatIf({ revenueChange: -50 }).commissions).toEqual({
      asItIs: "4617.40",
      changed: "2308.66",
      difference: "-2308.74",
    });
    expect(whatIf({ revenueChange: -50 }, anAccount({ contracts: null, actions: null })).commissions).toEqual(
      { asItIs: null, changed: null, difference: null },
    );
  });

  it("compares in the month of sign-up the first fee there is", () => {
    const report = whatIfReport(anAccount({ contracts: null }), {
      on: date("2026-05-30"),
      tried: { revenueAMonth: "2000.00" },
    });
    // 1,000.00 lock on 20 June, and ten days' worth of the 2,000.00 a month: 2.5 % of 1,666.67.
    expect(report.nextFee).toEqual({
      month: "2026-06",
      chargedOn: "2026-07-01",
      asItIs: "30.00",
      asItIsBound: "atLeast",
      changed: "41.67",
      changedBound: "about",
      difference: "11.67",
    });
  });

  it("has no next fee for a partner, and no day of a last one while no closing is tried", () => {
    expect(whatIf({}, anAccount({ kind: "partner" })).nextFee).toBeNull();
    expect(whatIf({}).lastFeeOn).toBeNull();
  });
});
