import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidingRule, monthlyFee } from "#app/domain/fees/monthly-fee.ts";
import { firstFee, nextFeeDate, planFor } from "#app/domain/index.ts";
import { planAmounts } from "#app/domain/plans/plan-amounts.ts";
import { date } from "#test/factories/account.ts";

describe("first fee", () => {
  // domain table 2.2: sign-up, expected, earliest, days from sign-up to the expected day.
  it.each([
    ["2026-05-12", "2026-07-01", "2026-07-01", 50],
    ["2026-05-01", "2026-07-01", "2026-06-01", 61],
    ["2026-05-31", "2026-07-01", "2026-07-01", 31],
    ["2026-06-30", "2026-08-01", "2026-08-01", 32],
    ["2026-01-31", "2026-03-01", "2026-03-01", 29],
    ["2027-01-30", "2027-03-01", "2027-03-01", 30],
    ["2028-01-31", "2028-03-01", "2028-03-01", 30],
    ["2026-02-01", "2026-04-01", "2026-03-01", 59],
    ["2026-07-01", "2026-09-01", "2026-08-01", 62],
    ["2026-12-15", "2027-02-01", "2027-02-01", 48],
  ])("for sign-up on %s is expected on %s, at the earliest on %s", (signedUp, expected, earliest, days) => {
    const fee = firstFee(date(signedUp));
    expect([fee.expected.toString(), fee.earliest.toString()]).toEqual([expected, earliest]);
    expect(date(signedUp).until(fee.expected, { largestUnit: "day" }).days).toBe(days);
  });

  it("comes 29 to 62 days after sign-up on any date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (offset) => {
        const signedUp = date("2000-01-01").add({ days: offset });
        const { days } = signedUp.until(firstFee(signedUp).expected, { largestUnit: "day" });
        expect(days).toBeGreaterThanOrEqual(29);
        expect(days).toBeLessThanOrEqual(62);
      }),
    );
  });

  it("is followed by a fee on every 1st", () => {
    const next = (on: string) => nextFeeDate(date("2026-05-12"), date(on)).toString();
    expect([next("2026-05-12"), next("2026-06-30"), next("2026-07-01")]).toEqual([
      "2026-07-01",
      "2026-07-01",
      "2026-08-01",
    ]);
  });
});

describe("monthly fee", () => {
  const usd = { currency: "USD", minimumFee: null } as const;

  it.each([
    // edition, revenue or commissions, fee, rule
    ["starter", 0, 3_000, "minimum"],
    ["starter", 120_000, 3_000, "minimum"], // 2.5 % of 1,200.00 is exactly 30.00
    ["starter", 120_020, 3_001, "percentage"], // 30.005 rounds half up
    ["starter", 2_000_000, 50_000, "percentage"],
    ["starter-agency", 15_000, 3_000, "minimum"], // 20 % of 150.00 is exactly 30.00
    ["starter-agency", 100_000, 20_000, "percentage"],
    ["essentials", 250_000, 50_000, "flat"], // 2,500.00 are included
    ["essentials", 260_000, 52_000, "flat-plus-excess"], // 500 + 20 % of 100
  ] as const)("of %s on %d is %d by %s", (edition, base, fee, rule) => {
    const plan = planFor(edition);
    const amounts = planAmounts(plan, usd);
    expect(monthlyFee(plan, amounts, base, "USD")).toBe(fee);
    expect(decidingRule(plan, amounts, fee)).toBe(rule);
  });

  it("is never below the minimum and never falls when more locks", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("starter", "starter-agency", "essentials"),
        fc.nat(),
        fc.nat(),
        (edition, a, more) => {
          const plan = planFor(edition as "starter");
          const amounts = planAmounts(plan, usd);
          const fee = monthlyFee(plan, amounts, a, "USD");
          expect(fee).toBeGreaterThanOrEqual(amounts.minimumFee);
          expect(monthlyFee(plan, amounts, a + more, "USD")).toBeGreaterThanOrEqual(fee);
        },
      ),
    );
  });
});
