import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport, previewReport, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

// One moment, two accounts: 1 July 2026, 02:00 UTC is still 30 June in New York and already 1 July in Tokyo.
const MOMENT = Temporal.Instant.from("2026-07-01T02:00:00Z");
const todayIn = (zone: string) => MOMENT.toZonedDateTimeISO(zone).toPlainDate();

const newYork: Partial<AccountFileJson> = {
  timeZone: "America/New_York",
  contracts: [{ id: "S-1", partner: "Blog", status: "ACTIVE", endsOn: "2026-06-15" }],
};

// Yen have no decimals. The merchant read 4,500 on the Subscription page; 4,500 < 4,709 (30 USD at the reference rate).
const tokyo: Partial<AccountFileJson> = {
  timeZone: "Asia/Tokyo",
  currency: "JPY",
  minimumFee: "4500",
  fundingBalance: { amount: "0", asOf: "2026-05-12" },
  actions: [
    anAction({ id: "1", amount: "300000", payout: "30000" }),
    anAction({ id: "2", amount: "40000", payout: "4000", trackedOn: "2026-06-10", locksOn: "2026-06-28" }),
  ],
};

const rows = (file: Partial<AccountFileJson>, zone: string) => {
  const options = { from: date("2026-05-12"), to: date("2026-07-02"), on: todayIn(zone), everyDay: false };
  return statementReport(anAccount(file), options).days.map((d) =>
    [
      d.date,
      d.opening,
      d.payable,
      d.deduction,
      d.cardCharge,
      d.closing,
      d.projected ? "projected" : "past",
    ].join(" "),
  );
};

describe("the same moment in two time zones", () => {
  it("is the day before the first fee in New York", () => {
    expect(todayIn("America/New_York").toString()).toBe("2026-06-30");
    expect(rows(newYork, "America/New_York").slice(-2)).toEqual([
      "2026-07-01 0.00 30.00 0.00 30.00 30.00 projected",
      "2026-07-02 30.00 0.00 30.00 0.00 0.00 projected",
    ]);
    const report = previewReport(anAccount(newYork), { on: todayIn("America/New_York") });
    expect(report.nextCardCharge).toMatchObject({ date: "2026-07-01", amount: "30.00" });
    expect(report.thisMonth).toMatchObject({ month: "2026-06", lockedRevenue: "1000.00" });
  });

  it("is the day of the first fee in Tokyo", () => {
    expect(todayIn("Asia/Tokyo").toString()).toBe("2026-07-01");
    // 12 May: sign-up. 30 May: 30,000 owed and charged. 10 June: 4,000 more is owed, 34,000 in all ≥ 4,500, so 4,000
    // is charged. 20 June: 30,000 out. 28 June: 4,000 out.
    // Fee of June: 2.5 % × (300,000 + 40,000) = 8,500 > 4,500, charged today, out tomorrow.
    expect(rows(tokyo, "Asia/Tokyo")).toEqual([
      "2026-05-12 0 0 0 0 0 past",
      "2026-05-30 0 30000 0 30000 30000 past",
      "2026-06-01 30000 0 0 0 30000 past",
      "2026-06-10 30000 4000 0 4000 34000 past",
      "2026-06-20 34000 0 30000 0 4000 past",
      "2026-06-28 4000 0 4000 0 0 past",
      "2026-07-01 0 8500 0 8500 8500 past",
      "2026-07-02 8500 0 8500 0 0 projected",
    ]);
    const report = previewReport(anAccount(tokyo), { on: todayIn("Asia/Tokyo") });
    // The next charge is July's fee: nothing is known to lock, so the minimum.
    expect(report.nextCardCharge).toMatchObject({ date: "2026-08-01", amount: "4500" });
    expect(report.thisMonth).toMatchObject({ month: "2026-07", lockedRevenue: "0" });
    // 4,500 ÷ 2.5 % = 180,000.
    expect(report.breakEvenRevenue).toBe("180000");
  });

  it("is day 50 of the New York account and day 51 of the Tokyo one", () => {
    const active = (file: Partial<AccountFileJson>, zone: string) =>
      closureReport(anAccount(file), { on: todayIn(zone) }).daysActive;
    expect([active(newYork, "America/New_York"), active(tokyo, "Asia/Tokyo")]).toEqual([50, 51]);
  });
});

describe("a New York account from sign-up to the last bill", () => {
  it("closes in July after its one commission was paid", () => {
    // Paid from the balance when it locked on 20 June (D1), whenever impact.com shows it; contracts ended on 15 June.
    const account = anAccount({
      ...newYork,
      actions: [anAction({ state: "APPROVED", clearedOn: "2026-07-16" })],
    });
    const report = closureReport(account, { on: date("2026-07-10") });
    expect(report.earliestClosing).toMatchObject({ date: "2026-07-10" });
    expect(report.refund.scenario).toBe("C");
    // Balance 0 after 2 July; July's fee of 30 is due whole: the card still pays 30, on any day until 31 July.
    expect(report.costToClose.cheapest).toBe("2026-07-10");
    expect(report.costToClose.days.find((day) => day.date === "2026-07-16")).toMatchObject({
      fees: "30.00",
      net: "30.00",
    });
    expect(report.costToClose.days.find((day) => day.date === "2026-08-01")).toMatchObject({
      fees: "60.00",
      net: "60.00",
    });
    // Ten business days after Friday 10 July: 13–17 and 20–24 July.
    expect(report.refund.refundBy).toBe("2026-07-24");
  });
});
