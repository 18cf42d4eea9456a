import { describe, expect, it } from "vitest";
import type { StatementDay } from "#app/domain/ledger/statement-day.ts";
import { nextCardCharge } from "#app/domain/preview/next-charge.ts";

const NOTHING = { costs: 0, reversed: 0, locking: 0, feeCharged: 0, feeSettled: 0, owed: 0, rest: 0 };
const known = (payable: number, cardCharge: number) => ({
  ...{ opening: 0, payable, deduction: 0, cardCharge, closing: 0 },
});
const aDay = (overrides: Partial<StatementDay>): StatementDay => ({
  ...NOTHING,
  day: 1,
  amounts: known(0, 0),
  ...overrides,
});

// S3: the fee of a month is charged on the 1st, together with commissions that are due and were too little before.
describe("why the card is charged", () => {
  it.each<[string, Partial<StatementDay>, string]>([
    ["commissions alone", { owed: 7_500, amounts: known(7_500, 7_500) }, "costs"],
    ["the fee alone", { feeCharged: 3_000, owed: 3_000, amounts: known(3_000, 3_000) }, "fee"],
    ["both", { feeCharged: 3_000, owed: 4_000, amounts: known(4_000, 4_000) }, "fee-and-costs"],
    [
      "commissions that the balance pays, and a fee that the card pays",
      { feeCharged: 3_000, owed: 10_500, amounts: { ...known(3_000, 3_000), opening: 7_500 } },
      "fee",
    ],
    [
      "part of the fee, the balance paying the commissions and the rest of it",
      { feeCharged: 3_000, owed: 4_000, amounts: { ...known(2_500, 2_500), opening: 1_500 } },
      "fee",
    ],
  ])("%s", (_, day, trigger) => {
    expect(nextCardCharge([aDay(day)])).toMatchObject({ trigger });
  });

  it("is the first day on which something is charged", () => {
    const days = [
      aDay({ day: 4 }),
      aDay({ day: 5, owed: 700, amounts: known(700, 0) }),
      aDay({ day: 6, owed: 7_500, amounts: known(7_500, 7_500) }),
      aDay({ day: 7, owed: 9_900, amounts: known(9_900, 9_900) }),
    ];
    expect(nextCardCharge(days)).toEqual({ day: 6, amount: 7_500, trigger: "costs" });
  });

  it("is the next fee in full while the balance is not known, and no day without one", () => {
    const days = [
      aDay({ day: 4, owed: 7_500, amounts: null }),
      aDay({ day: 5, owed: 10_500, feeCharged: 3_000, amounts: null }),
    ];
    expect(nextCardCharge(days)).toEqual({ day: 5, amount: 3_000, trigger: "balance-unknown" });
    expect(nextCardCharge(days.slice(0, 1))).toBeNull();
  });
});
