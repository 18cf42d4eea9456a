import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readBalanceForm } from "#app/http/read-balance-form.ts";

const today = Temporal.PlainDate.from("2026-06-21");
const read = (balance: string, balanceAsOf: string, currency = "USD") => {
  const data = new FormData();
  data.set("balance", balance);
  data.set("balanceAsOf", balanceAsOf);
  return readBalanceForm(data, today, currency);
};

describe("a partner's balance", () => {
  it("is read with the day it was seen, and taken back by an empty amount", () => {
    expect(read(" 12.40 ", "2026-06-21")).toEqual({
      outcome: "read",
      balance: { amount: "12.40", asOf: "2026-06-21" },
    });
    expect(read("", "")).toEqual({ outcome: "read", balance: null });
  });

  it.each([
    ["twelve", "2026-06-21", "USD", "balance", "facts.error.amount"],
    ["-3", "2026-06-21", "USD", "balance", "facts.error.amount"],
    ["12.40", "2026-06-21", "JPY", "balance", "facts.error.decimals"],
    ["12.40", "2026-06-22", "USD", "balanceAsOf", "partner.setupDate"],
    ["12.40", "2026-02-30", "USD", "balanceAsOf", "partner.setupDate"],
    ["12.40", "", "USD", "balanceAsOf", "partner.setupDate"],
  ])("is refused as %s on %s in %s", (amount, day, currency, field, message) => {
    expect(read(amount, day, currency)).toMatchObject({
      outcome: "rejected",
      problems: [{ field, message }],
    });
  });
});
