import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const cost = (file: Partial<AccountFileJson>, on: string) =>
  closureReport(anAccount(file), { on: date(on) }).costToClose;
const row = (file: Partial<AccountFileJson>, on: string, day: string) =>
  cost(file, on).days.find((each) => each.date === day);

describe("the cost to close", () => {
  it("is given for ninety days, today first", () => {
    const { days } = cost({}, "2026-06-05");
    expect(days).toHaveLength(90);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2026-06-05", "2026-09-02"]);
  });

  it("reaches past an earliest day beyond the ninety, so that there is a cheapest day to name (D17)", () => {
    // 5 June to 1 December are 179 days; 34 more, and today itself.
    const { days, cheapest } = cost({ actions: [anAction({ locksOn: "2026-12-01" })] }, "2026-06-05");
    expect([days.length, days.at(-1)?.date, cheapest]).toEqual([214, "2027-01-04", "2026-12-01"]);
  });

  it("takes the whole fee of every month begun, and what is funded from the balance", () => {
    // On 5 June 75 is funded and owed. Closing in June: fee 30; in July: 60; in August: 90. Net is what the card still pays.
    expect(row({}, "2026-06-05", "2026-06-20")).toEqual({
      date: "2026-06-20",
      possible: true,
      fees: "30.00",
      partnerCosts: "75.00",
      fromBalance: "75.00",
      expectedRefund: "0.00",
      net: "30.00",
    });
    expect(row({}, "2026-06-05", "2026-07-01")).toMatchObject({ fees: "60.00", net: "60.00" });
    expect(row({}, "2026-06-05", "2026-08-31")).toMatchObject({ fees: "90.00", net: "90.00" });
  });

  it("is not possible before the last lock, and cheapest on that day", () => {
    expect(row({}, "2026-06-05", "2026-06-19")).toMatchObject({ possible: false });
    expect(cost({}, "2026-06-05").cheapest).toBe("2026-06-20");
  });

  it("takes a fee off the balance before the refund (G22)", () => {
    // 100 in the account, nothing owed, closing in July: 100 − 30 (June, charged on 1 July and settled) − 30 (July) = 40.
    const file = { actions: [], fundingBalance: { amount: "100.00", asOf: "2026-05-12" } };
    expect(row(file, "2026-07-10", "2026-07-10")).toMatchObject({
      fees: "30.00",
      expectedRefund: "40.00",
      net: "-40.00",
    });
  });

  it("still owes the fee charged on the 1st, which is deducted on the 2nd", () => {
    // On 1 July: June's 30 is charged and not deducted, July's 30 comes on top; the card has put 30 into the balance.
    expect(row({ actions: [] }, "2026-07-01", "2026-07-01")).toMatchObject({
      fees: "60.00",
      fromBalance: "30.00",
      net: "30.00",
    });
  });

  it("takes no charge for granted on the day the balance was entered (D4)", () => {
    // 0.00 entered on 2 July, and June's 30 with a commission of 50 still to collect: 30 + 30 + 50 from the card.
    const actions = [anAction({ trackedOn: "2026-06-25", locksOn: "2026-07-20", payout: "50.00" })];
    const file = { actions, fundingBalance: { amount: "0.00", asOf: "2026-07-02" } };
    expect(row(file, "2026-07-02", "2026-07-20")).toMatchObject({
      fees: "60.00",
      partnerCosts: "50.00",
      fromBalance: "0.00",
      net: "110.00",
    });
  });

  it("is nothing while everything is refunded, and a whole fee from day 30 on (G27)", () => {
    const file = { actions: [], fundingBalance: { amount: "20.00", asOf: "2026-05-12" } };
    expect(row(file, "2026-05-20", "2026-06-09")).toMatchObject({
      fees: "0.00",
      expectedRefund: "20.00",
      net: "-20.00",
    });
    expect(row(file, "2026-05-20", "2026-06-10")).toMatchObject({
      fees: "30.00",
      expectedRefund: "0.00",
      net: "10.00",
    });
  });

  it("has no refund and no net without a balance, but still the cheapest day", () => {
    const { days, cheapest } = cost({ fundingBalance: null }, "2026-06-05");
    expect(days[0]).toMatchObject({ fees: "30.00", partnerCosts: "75.00", expectedRefund: null, net: null });
    expect(cheapest).toBe("2026-06-20");
  });

  it("is not reckoned for a partner, who pays no fees", () => {
    expect(cost({ kind: "partner" }, "2026-06-05")).toEqual({ days: [], cheapest: null });
  });
});
