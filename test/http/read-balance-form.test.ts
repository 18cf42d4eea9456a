import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readBalanceForm } from "#app/http/read-balance-form.ts";

const today = Temporal.PlainDate.from("2026-06-21");
const read = (given: Record<string, string>, currency = "USD") => {
  const data = new FormData();
  for (const [name, value] of Object.entries(given)) data.set(name, value);
  return readBalanceForm(data, { today, currency });
};

describe("a partner's balance", () => {
  it("is read with the day it was seen, the threshold, and what shall happen to it", () => {
    const stated = { amount: " 12.50 ", asOf: "2026-06-20", threshold: "20", way: "paystub" };
    expect(read(stated)).toEqual({
      outcome: "read",
      facts: {
        partnerBalance: { amount: "12.50", asOf: "2026-06-20" },
        withdrawalThreshold: "20",
        balanceWay: "paystub",
      },
    });
  });

  it("is taken back by an empty amount, and no way out is made up", () => {
    expect(read({ amount: "", asOf: "", threshold: "", way: "keep" })).toEqual({
      outcome: "read",
      facts: { partnerBalance: null, withdrawalThreshold: null },
    });
  });

  it.each([
    [{ amount: "twelve", asOf: "2026-06-21" }, "USD", "amount", "balance.error.amount"],
    [{ amount: "-3", asOf: "2026-06-21" }, "USD", "amount", "balance.error.amount"],
    [{ amount: "1,5,0", asOf: "2026-06-21" }, "USD", "amount", "balance.error.amount"],
    [{ amount: "12.40", asOf: "2026-06-21" }, "JPY", "amount", "facts.error.decimals"],
    [{ amount: "12", asOf: "2026-06-21", threshold: "20.50" }, "JPY", "threshold", "facts.error.decimals"],
    [{ threshold: "twenty" }, "USD", "threshold", "balance.error.threshold"],
    [{ amount: "12.40", asOf: "2026-06-22" }, "USD", "asOf", "balance.error.asOf"],
    [{ amount: "12.40", asOf: "2026-02-30" }, "USD", "asOf", "balance.error.asOf"],
    [{ amount: "12.40", asOf: "" }, "USD", "asOf", "balance.error.asOf"],
  ])("is refused as %j in %s", (given, currency, field, message) => {
    expect(read(given as Record<string, string>, currency)).toMatchObject({
      outcome: "rejected",
      problems: [{ field, message }],
    });
  });
});
