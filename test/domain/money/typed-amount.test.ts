import { describe, expect, it } from "vitest";
import { readTypedAmount } from "#app/domain/index.ts";

describe("an amount as people type it", () => {
  it.each([
    ["30", "30"],
    ["30.00", "30.00"],
    ["28.5", "28.5"],
    ["12,50", "12.50"],
    ["1,234.50", "1234.50"],
    ["1.234,50", "1234.50"],
    ["1 234,50", "1234.50"],
    ["1\u00a0234.50", "1234.50"],
    ["1'234.50", "1234.50"],
    ["1,234", "1234"],
    ["1.234", "1234"],
    ["1,234,567.89", "1234567.89"],
    ["1.234.567", "1234567"],
    ["１２，５０", "12.50"],
    ["12,345.60", "12345.60"],
    ["123456789012", "123456789012"],
    ["30".padStart(60), "30"],
  ])("reads %s", (text, amount) => {
    expect(readTypedAmount(text, 2)).toEqual({ outcome: "read", amount });
  });

  it.each([
    ["-12.50", "negative"],
    ["−12.50", "negative"],
    ["(12.50)", "negative"],
    ["US$30", "not-an-amount"],
    ["about 30", "not-an-amount"],
    ["12.3456", "not-an-amount"],
    ["1,23,456.00", "not-an-amount"],
    ["1.234.50", "not-an-amount"],
    ["12.", "not-an-amount"],
    [".50", "not-an-amount"],
    ["1234567890123", "not-an-amount"],
    ["", "not-an-amount"],
    [" -5 ", "negative"],
    ["30 USD", "not-an-amount"],
    ["30".padStart(61), "not-an-amount"],
    ["1.234,567", "not-an-amount"],
    ["1234,567.00", "not-an-amount"],
    ["1,2345.00", "not-an-amount"],
    ["1,234.567,89", "not-an-amount"],
  ])("refuses %s and says why", (text, reason) => {
    expect(readTypedAmount(text, 2)).toEqual({ outcome: "refused", reason });
  });

  it("takes no decimals in a currency that has none, and its thousands all the same", () => {
    expect(readTypedAmount("4500.50", 0)).toEqual({ outcome: "refused", reason: "decimals" });
    for (const text of ["4500.", "4500.5678"])
      expect(readTypedAmount(text, 0)).toEqual({ outcome: "refused", reason: "not-an-amount" });
    expect(readTypedAmount("4,500", 0)).toEqual({ outcome: "read", amount: "4500" });
    expect(readTypedAmount("1,500,000", 0)).toEqual({ outcome: "read", amount: "1500000" });
  });
});
