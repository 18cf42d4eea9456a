import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CARD_CURRENCIES,
  currencyDecimals,
  formatMinor,
  isCardCurrency,
  parseDecimal,
} from "#app/domain/index.ts";
import { minorOf } from "#app/domain/money/minor-of.ts";
import { fromUsdCents, REFERENCE_RATES } from "#app/domain/money/reference-rates.ts";
import { proportion, shareOf } from "#app/domain/money/share.ts";
import { roundedRoot } from "#app/domain/money/square-root.ts";

describe("amounts", () => {
  it("come back from text unchanged in every currency", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CARD_CURRENCIES), fc.maxSafeNat(), (currency, minor) => {
        expect(parseDecimal(formatMinor(minor, currency), currency)).toEqual({ outcome: "read", minor });
      }),
    );
  });

  it.each([
    [7_500, "USD", "75.00"],
    [5, "USD", "0.05"],
    [0, "USD", "0.00"],
    [-4_505, "USD", "-45.05"],
    [7_500, "JPY", "7500"],
    [3_000_000_001, "EUR", "30000000.01"],
  ] as const)("writes %d minor units of %s as %s", (minor, currency, text) => {
    expect(formatMinor(minor, currency)).toBe(text);
  });

  it.each([
    ["5", 500],
    ["5.1", 510],
    ["5.10", 510],
  ])("reads %s as %d cents", (text, minor) => {
    expect(parseDecimal(text, "USD")).toEqual({ outcome: "read", minor });
  });

  it.each([
    ["", "not-a-decimal"],
    ["1,00", "not-a-decimal"],
    ["1e3", "not-a-decimal"],
    ["-0.01", "negative"],
    ["0.001", "too-many-decimals"],
    ["99999999999999.99", "too-large"],
  ])("refuses %j as %s", (text, reason) => {
    expect(parseDecimal(text, "USD")).toEqual({ outcome: "refused", reason });
  });

  it("refuses to write what is not exact", () => {
    expect(() => formatMinor(0.5, "USD")).toThrow(RangeError);
  });

  it("are of a currency that a card pays in, or of none we know", () => {
    expect([isCardCurrency("USD"), isCardCurrency("JPY"), isCardCurrency("usd"), isCardCurrency("")]).toEqual(
      [true, true, false, false],
    );
  });

  it("has no decimals in JPY only", () => {
    expect(CARD_CURRENCIES.filter((currency) => currencyDecimals(currency) === 0)).toEqual(["JPY"]);
  });
});

describe("shares", () => {
  it.each([
    [100_000, 25_000, 2_500], // 2.5 % of 1,000.00 = 25.00
    [7_500, 25_000, 188], // 2.5 % of 75.00 = 1.875, half up
    [20, 25_000, 1], // 0.5 of a cent, half up
    [19, 25_000, 0],
    [9_007_199_254_740_991, 25_000, 225_179_981_368_525], // more than a double could multiply
  ])("of %d at %d ppm are %d", (minor, ppm, share) => {
    expect(shareOf(minor, ppm, "USD")).toBe(share);
  });

  it("of a proportion round half up", () => {
    expect(proportion(5, 1, 2)).toBe(3);
    expect(proportion(4, 1, 3)).toBe(1);
  });
});

describe("reference rates", () => {
  it("convert 30 USD with the table's rates, JPY to whole yen", () => {
    // 30 ÷ 1.0389 × 163.06 = 4,708.63 yen; 30 ÷ 1.0389 × 0.82918 = 23.94 pounds
    expect(fromUsdCents(3_000, "JPY", 0, REFERENCE_RATES)).toBe(4_709);
    expect(fromUsdCents(3_000, "GBP", 2, REFERENCE_RATES)).toBe(2_394);
    expect(fromUsdCents(3_000, "USD", 2, REFERENCE_RATES)).toBe(3_000);
  });
});

describe("a number worked out from amounts", () => {
  it.each([
    ["12.5", "USD", 1_250],
    ["-12.50", "USD", -1_250],
    ["0.05", "EUR", 5],
    ["-500", "JPY", -500],
  ] as const)("%s of a report in %s is %d minor units", (text, currency, minor) => {
    expect(minorOf(text, currency)).toBe(minor);
  });

  it.each([
    // [minor, numerator, denominator, rounded half up]
    [3, 1, 2, 2],
    [-3, 1, 2, -1],
    [-5, 1, 3, -2],
    [-4, 1, 3, -1],
    [-9, 1, 3, -3],
  ])("%d × %d ÷ %d is %d, halves going up below 0 too", (minor, numerator, denominator, expected) => {
    expect(proportion(minor, numerator, denominator)).toBe(expected);
  });

  it("is refused where it cannot be held exactly", () => {
    expect(() => proportion(9_007_199_254_740_991, 2, 1)).toThrow("18014398509481982 cannot be held exactly");
    expect(() => formatMinor(0.5, "USD")).toThrow("0.5 is not an exact amount of minor units");
  });

  it("has a root to the nearest whole, however large it is", () => {
    const roots = [0n, 1n, 2n, 3n, 6n, 7n, 12n, 13n, 1_000_000n].map(roundedRoot);
    expect(roots).toEqual([0n, 1n, 1n, 2n, 2n, 3n, 3n, 4n, 1_000n]);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (root) => {
        expect(roundedRoot(root * root)).toBe(root);
        expect(roundedRoot(root * root + root)).toBe(root);
        expect(roundedRoot(root * root + root + 1n)).toBe(root + 1n);
      }),
    );
  });
});
