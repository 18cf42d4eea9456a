import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeeRange } from "#app/domain/fees/fee-forecast.ts";
import { parseAccountFile, previewReport } from "#app/domain/index.ts";
import { yearOf } from "#app/domain/preview/year.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { accountFiles } from "#test/factories/random-account.ts";

/** One sale on the 5th of each month from June on, locking ten days later. */
const monthly = (revenues: readonly number[]) =>
  revenues.map((revenue, index) => {
    const month = String(6 + index).padStart(2, "0");
    return anAction({
      id: `${index}`,
      amount: `${revenue}.00`,
      payout: `${revenue / 10}.00`,
      trackedOn: `2026-${month}-05`,
      locksOn: `2026-${month}-15`,
    });
  });

/** A month in minor units. */
const aMonth = (fee: FeeRange, partnerCost: number | null) => ({
  fee: { month: 0, method: "history" as const, base: 0, known: 0, added: 0, least: 0, ...fee },
  chargedOn: null,
  partnerCost,
  cardCharges: null,
});

describe("a sum of months of which something is not known", () => {
  const whole = aMonth({ low: 3_000, likely: 5_000, high: 9_000 }, 700);
  it("has the root of the summed squares at each end where all is known (D14)", () => {
    // 2,000 and 1,500 below: 2,500; 4,000 and 3,000 above: 5,000.
    const other = aMonth({ low: 4_500, likely: 6_000, high: 9_000 }, 300);
    expect(yearOf([whole, other])).toEqual({
      fee: { low: 8_500, likely: 11_000, high: 16_000 },
      partnerCost: 1_000,
    });
  });

  it("has no likely sum as soon as one month has none, and is then at least what each is at least", () => {
    const unknown = aMonth({ low: 3_000, likely: null, high: null }, null);
    for (const months of [
      [whole, unknown],
      [unknown, whole],
    ])
      expect(yearOf(months)).toEqual({
        fee: { low: 6_000, likely: null, high: null },
        partnerCost: null,
      });
  });

  it("has no highest sum where one month is known only from below", () => {
    const openAbove = aMonth({ low: 3_000, likely: 4_500, high: null }, 0);
    // 2,000 and 1,500 below.
    expect(yearOf([whole, openAbove])).toEqual({
      fee: { low: 7_000, likely: 9_500, high: null },
      partnerCost: 700,
    });
  });
});

describe("twelve months as one sum", () => {
  it("have a range as wide as the root of the summed squares of the months' distances (D14)", () => {
    const report = previewReport(anAccount({ contracts: null, actions: monthly([2_000, 4_000, 6_000]) }), {
      on: date("2026-09-01"),
    });
    // 12,000 in 92 days: 61.96 in September, then 7 × 101.09 (31 days), 3 × 97.83 (30 days) and 91.30 (February).
    const fees = [report.thisMonth, ...report.months.slice(0, 11)].map(({ fee }) => fee);
    expect(fees[0]).toEqual({ low: "31.67", likely: "61.96", high: "91.94" });
    const cents = (amount: string | null) => Math.round(Number(amount) * 100);
    const likely = fees.reduce((sum, fee) => sum + cents(fee.likely), 0);
    const root = (end: "low" | "high") =>
      Math.round(Math.sqrt(fees.reduce((sum, fee) => sum + (cents(fee[end]) - cents(fee.likely)) ** 2, 0)));
    expect(report.year).toMatchObject({
      from: "2026-09",
      to: "2027-08",
      shown: { bound: "about" },
      fee: { low: "990.46", likely: "1154.38", high: "1316.60" },
    });
    expect(likely).toBe(115_438);
    expect([likely - root("low"), likely + root("high")]).toEqual([99_046, 131_660]);
  });

  it("are at least the minimum of each where there is too little history", () => {
    const report = previewReport(anAccount(), { on: date("2026-07-02") });
    expect(report.year).toMatchObject({ shown: { amount: "360.00", bound: "atLeast" } });
    expect(previewReport(anAccount(), { on: date("2026-07-02"), months: 3 }).year).toBeNull();
  });

  it("never lie outside twelve lows and twelve highs, whatever the account", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 120, max: 500 }), (file, day) => {
        const parsed = parseAccountFile(file);
        if (parsed.outcome !== "parsed") throw new Error("The file is not read.");
        const report = previewReport(parsed.account, { on: date("2026-01-01").add({ days: day }) });
        const months = [report.thisMonth, ...report.months.slice(0, 11)].map(({ fee }) => fee);
        const sum = (end: "low" | "high" | "likely") =>
          months.reduce((total, fee) => total + Math.round(Number(fee[end]) * 100), 0);
        const { fee } = report.year ?? { fee: { low: "", likely: null, high: null } };
        const cents = (amount: string | null) => Math.round(Number(amount) * 100);
        expect(cents(fee.low)).toBeGreaterThanOrEqual(sum("low"));
        if (fee.likely !== null) {
          expect(cents(fee.likely)).toBe(sum("likely"));
          if (fee.high !== null) expect(cents(fee.high)).toBeLessThanOrEqual(sum("high"));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("fees that were charged", () => {
  it("are those of the months that are over, as they follow from the actions", () => {
    const { past } = previewReport(anAccount({ contracts: null, actions: monthly([2_000, 4_000, 6_000]) }), {
      on: date("2026-09-01"),
    });
    // June: 2.5 % of 2,000; July: of 4,000; August, charged today: of 6,000.
    expect(past).toEqual({
      fees: [
        { month: "2026-06", chargedOn: "2026-07-01", fee: "50.00" },
        { month: "2026-07", chargedOn: "2026-08-01", fee: "100.00" },
        { month: "2026-08", chargedOn: "2026-09-01", fee: "150.00" },
      ],
      sum: "300.00",
    });
  });
});

describe("a month's fee building up", () => {
  it("adds up what locks day by day, beside the month before, and says when it passes the minimum", () => {
    const report = previewReport(anAccount({ contracts: null, actions: monthly([2_000, 4_000]) }), {
      on: date("2026-07-10"),
    });
    const { days, before, crossesOn } = report.buildUp ?? { days: [], before: null, crossesOn: null };
    expect(days).toHaveLength(31);
    expect(days.filter(({ date: on }) => on === "2026-07-14" || on === "2026-07-15")).toEqual([
      { date: "2026-07-14", base: "0.00", share: "0.00" },
      { date: "2026-07-15", base: "4000.00", share: "100.00" },
    ]);
    expect(before?.at(-1)).toEqual({ date: "2026-06-30", base: "2000.00", share: "50.00" });
    expect(crossesOn).toBe("2026-07-15");
    expect(report.thisMonth).toMatchObject({
      feeBase: "0.00",
      knownToLock: "4000.00",
      likelyBase: "4000.00",
      share: "100.00",
    });
  });
});

describe("the editions over a month's revenue", () => {
  it("are straight between the points at which their formula turns", () => {
    const report = previewReport(anAccount({ contracts: null, actions: monthly([2_000, 4_000, 6_000]) }), {
      on: date("2026-09-01"),
    });
    // The usual month: 4,000 of revenue and 400 of commissions, so a tenth.
    expect(report.usualMonth).toMatchObject({ revenue: "4000.00", payout: "400.00" });
    expect(report.editionLines).toEqual([
      {
        edition: "starter",
        points: [
          { revenue: "0.00", fee: "30.00" },
          { revenue: "1200.00", fee: "30.00" },
          { revenue: "4000.00", fee: "100.00" },
          { revenue: "6800.00", fee: "170.00" },
        ],
      },
      {
        edition: "starter-agency",
        points: [
          { revenue: "0.00", fee: "30.00" },
          // 20 % of the commissions on 1,500 is 30.
          { revenue: "1500.00", fee: "30.00" },
          { revenue: "4000.00", fee: "80.00" },
          { revenue: "6800.00", fee: "136.00" },
        ],
      },
      {
        edition: "essentials",
        points: [
          { revenue: "0.00", fee: "500.00" },
          { revenue: "4000.00", fee: "500.00" },
          { revenue: "6800.00", fee: "500.00" },
        ],
      },
    ]);
  });
});
