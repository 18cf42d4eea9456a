import { describe, expect, it } from "vitest";
import { changedRules, closingRules, PLAN_VERSIONS, planFor } from "#app/domain/index.ts";
import { amountAssumptions, planAmounts } from "#app/domain/plans/plan-amounts.ts";

const plans = Object.values(PLAN_VERSIONS).flat();

describe("plans", () => {
  it("have a quote, an address and a date for every rule", () => {
    const rules = [...plans.flatMap((plan) => Object.values(plan.rules)), ...Object.values(closingRules)];
    for (const rule of rules) {
      expect(rule.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(rule.quotes.length).toBeGreaterThan(0);
      for (const quote of rule.quotes) {
        expect(quote.url).toMatch(/^https:\/\/help\.impact\.com\//);
        expect(quote.text.length).toBeGreaterThan(10);
      }
    }
  });

  it("give the version a kept figure was made with, and refuse one that never was", () => {
    expect(planFor("starter", "1").version).toBe("1");
    expect(() => planFor("starter", "0")).toThrow("starter has no version 0");
  });

  it("name the rules that changed since a figure was made", () => {
    const made = planFor("starter");
    const now = { ...made, rules: { ...made.rules, fee: { ...made.rules.fee, version: "2" } } };
    expect(changedRules(made, now)).toEqual(["fee"]);
    expect(changedRules(made)).toEqual([]);
  });
});

describe("plan amounts", () => {
  const starter = planFor("starter");

  it("are the plan's own in USD", () => {
    const amounts = planAmounts(starter, { currency: "USD", minimumFee: null });
    expect(amounts).toMatchObject({
      minimumFee: 3_000,
      minimumCharge: 3_000,
      minimumFeeFrom: "plan",
      ratesAsOf: null,
    });
    expect(amountAssumptions(amounts)).toEqual([]);
  });

  it("are an estimate at a dated rate in another currency (G2, G6)", () => {
    const amounts = planAmounts(starter, { currency: "JPY", minimumFee: null });
    expect(amounts).toMatchObject({ minimumFee: 4_709, minimumFeeFrom: "estimate", ratesAsOf: "2024-12-31" });
    expect(amountAssumptions(amounts)).toEqual(["G2", "G6"]);
  });

  it("take the merchant's minimum fee, and never a minimum charge above it", () => {
    const amounts = planAmounts(starter, { currency: "EUR", minimumFee: 2_500 });
    expect(amounts).toMatchObject({ minimumFee: 2_500, minimumCharge: 2_500, minimumFeeFrom: "merchant" });
    expect(amountAssumptions(amounts)).toEqual(["G6"]);
  });

  it("follow refreshed rates", () => {
    const perEuroE5 = {
      EUR: 100_000,
      USD: 100_000,
      GBP: 1,
      AUD: 1,
      HKD: 1,
      DKK: 1,
      NOK: 1,
      SEK: 1,
      JPY: 1,
      SGD: 1,
    };
    const rates = { asOf: "2026-01-02", source: "test", perEuroE5 };
    const amounts = planAmounts(starter, { currency: "EUR", minimumFee: null }, rates);
    expect(amounts).toMatchObject({ minimumFee: 3_000, ratesAsOf: "2026-01-02" });
  });
});
