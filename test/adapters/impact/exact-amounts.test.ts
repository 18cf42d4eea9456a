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

  it("are read in any document as a reader that visits every value reads them", () => {
    const tricky = fc.oneof(fc.string(), fc.constantFrom('":5', '\\":5,', "[1,2]", ":-0.10,", '"', "\\"));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        tricky,
        fc.double({ noNaN: true }),
        fc.integer(),
        tie("list"),
        tie("map"),
      ),
      list: fc.array(tie("any"), { maxLength: 4 }),
      map: fc.dictionary(tricky, tie("any"), { maxKeys: 4 }),
    })).any;
    const cut = fc.tuple(value, fc.constantFrom(0, 2), fc.nat({ max: 40 }), fc.boolean());
    fc.assert(
      fc.property(cut, ([document, indent, at, damaged]) => {
        const whole = JSON.stringify(document, null, indent) ?? "null";
        const text = damaged ? whole.slice(0, at) + whole.slice(at + 1) : whole;
        expect(outcomeOf(() => parseExactJson(text))).toEqual(outcomeOf(() => visitEvery(text)));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['{"a":01}', '{"a":5:6}', '{"a":1.}', '{"a":+1}', '{"a":.5}', '{"a":-}', '{"a":1e}', "{1:2}"])(
    "are refused where they are no JSON: %s",
    (text) => {
      expect(() => parseExactJson(text)).toThrow(SyntaxError);
    },
  );

  it.each([
    ['{"a":":5","b":0.10}', { a: ":5", b: "0.10" }],
    ['{"a":"x\\":5,","b": 1.0}', { a: 'x":5,', b: "1.0" }],
    ['{"a":[1.0,{"b":-0}],"c":2.50}', { a: ["1.0", { b: "-0" }], c: "2.50" }],
    ["7.0", "7.0"],
  ])("are told from text that looks like one: %s", (text, expected) => {
    expect(parseExactJson(text)).toEqual(expected);
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

/** The plain way: slower, and the measure of the fast one. */
const visitEvery = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value,
  );

function outcomeOf(read: () => unknown): unknown {
  try {
    return { read: read() };
  } catch (error) {
    return error instanceof SyntaxError ? "no JSON" : error;
  }
}
