import { describe, expect, it } from "vitest";
import { formatExact, parseExact, wholeOf } from "#app/domain/money/exact.ts";

describe("an amount finer than money", () => {
  it.each([
    // [text, currency, whole minor units rounded half up]
    ["0.8796", "USD", 88],
    ["0.8749", "USD", 87],
    ["0.875", "USD", 88],
    ["-0.8796", "USD", -88],
    ["-0.875", "USD", -87],
    ["-12.5", "EUR", -1250],
    ["21.990000000000002", "USD", 2199],
    ["0.30000000000000004", "USD", 30],
    ["75", "JPY", 75],
    ["75.5", "JPY", 76],
    ["-0.001", "USD", 0],
  ] as const)("%s %s is %i minor units and is written as it was read", (text, currency, minor) => {
    const parsed = parseExact(text, currency);
    expect(parsed).toMatchObject({ outcome: "read", minor });
    const [whole = "", fraction = ""] = text.split(".");
    const shown = currency === "JPY" ? text : `${whole}.${fraction.padEnd(2, "0")}`;
    expect(parsed.outcome === "read" && formatExact(parsed.minor, parsed.rest, currency)).toBe(shown);
  });

  it.each([
    ["1e5", "not-a-decimal"],
    [".5", "not-a-decimal"],
    [`0.${"1".repeat(18)}`, "too-many-decimals"],
    ["99999999999999.99", "too-large"],
  ])("%s is refused as %s", (text, reason) => {
    expect(parseExact(text, "USD")).toEqual({ outcome: "refused", reason });
  });

  it("is added up and rounded once: three times a third of a cent is one cent", () => {
    const parsedAmounts = ["0.003333333333333333", "0.003333333333333333", "0.003333333333333334"].map(
      (text) => parseExact(text.slice(0, 19), "USD"),
    );
    const rests = parsedAmounts.reduce(
      (sum, each) => sum + BigInt(each.outcome === "read" ? each.rest : 0),
      0n,
    );
    const minors = parsedAmounts.reduce((sum, each) => sum + (each.outcome === "read" ? each.minor : 0), 0);
    expect(minors + wholeOf(rests)).toBe(1);
  });
});
