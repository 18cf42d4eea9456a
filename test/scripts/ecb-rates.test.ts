import { expect, it } from "vitest";
import { CARD_CURRENCIES } from "#app/domain/index.ts";
import { readEcbRates } from "#scripts/ecb-rates.ts";

const CSV = `Date, USD, JPY, BGN, DKK, GBP, SEK, NOK, AUD, HKD, SGD,
20 November 2026, 1.0942, 171.33, 1.9558, 7.4603, 0.86315, 11.02, 11.6125, 1.7, 8.5139, 1.4201,
`;

it("reads a day's rates as integers per euro for every card currency", () => {
  const { asOf, perEuroE5 } = readEcbRates(CSV, "ecb");
  expect(asOf).toBe("2026-11-20");
  expect(Object.keys(perEuroE5).sort()).toEqual([...CARD_CURRENCIES].sort());
  // 1.0942 USD = 109,420 hundred-thousandths; 171.33 JPY = 17,133,000; the euro itself is 1.
  expect(perEuroE5).toMatchObject({ EUR: 100_000, USD: 109_420, JPY: 17_133_000, GBP: 86_315, AUD: 170_000 });
});

it("refuses a file that lacks a currency or a day, and says which", () => {
  expect(() => readEcbRates(CSV.replace("GBP", "XXX"), "ecb")).toThrow("GBP");
  expect(() => readEcbRates(CSV.replace("1.0942", "n/a"), "ecb")).toThrow("USD");
  expect(() => readEcbRates(CSV.replace("20 November 2026", "2026-11-20"), "ecb")).toThrow("day");
});
