import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "#app/adapters/impact/exact-json.server.ts";
import { plainDecimal } from "#app/adapters/impact/plain-decimal.server.ts";

describe("amounts", () => {
  it.each(["0.10", "75.00", "0.1000000000000000055511151231257827", "12345678901234567890.12", "-0.01"])(
    "keep every digit of %s",
    (source) => {
      expect(parseExactJson(`{"Payout":${source}}`)).toEqual({ Payout: source });
    },
  );

  it("keep ids apart that would be the same float", () => {
    expect(parseExactJson("[9007199254740993,9007199254740992]")).toEqual([
      "9007199254740993",
      "9007199254740992",
    ]);
  });

  it.each([
    ["1.5E+2", "150"],
    ["15e-1", "1.5"],
    ["5E-3", "0.005"],
    ["-1.25e1", "-12.5"],
    ["0E-8", "0.00000000"],
    ["1e0", "1"],
    ["100.00", "100.00"],
  ])("are written without exponent: %s is %s", (source, expected) => {
    expect(plainDecimal(source)).toBe(expected);
  });

  it("have the same value with and without exponent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: -9, max: 9 }),
        (mantissa, e) => {
          expect(Number(plainDecimal(`${mantissa}e${e}`))).toBe(Number(`${mantissa}e${e}`));
        },
      ),
    );
  });
});
