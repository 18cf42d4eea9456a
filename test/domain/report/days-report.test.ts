import { describe, expect, it } from "vitest";
import { daysReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const on = date("2026-07-02");
const days = (overrides: Parameters<typeof anAccount>[0] = {}, day = on) =>
  daysReport(anAccount(overrides), { on: day });
const aDay = (on: string, commissions: string, fee: string, sum: string, card: string | null) => ({
  ...{ date: on, commissions, fee, sum, card, expected: on > "2026-07-02" },
});

describe("the days of Home's chart", () => {
  it("are those of S3's story: the commission on the day it is tracked, the fee on the 1st", () => {
    expect(days()).toEqual({
      ...{ asOf: "2026-07-02", currency: "USD", isLeast: false, pace: null },
      // 35 days back, and 35 ahead.
      ...{ from: "2026-05-28", to: "2026-08-06" },
      days: [
        aDay("2026-05-30", "75.00", "0.00", "75.00", "75.00"),
        aDay("2026-07-01", "0.00", "30.00", "30.00", "30.00"),
        aDay("2026-08-01", "0.00", "30.00", "30.00", "30.00"),
      ],
      last30Days: { from: "2026-06-03", commissions: "0.00", fees: "30.00", sum: "30.00" },
      card: { since: "2026-05-12", sum: "105.00", commissions: "75.00", fees: "30.00", days: 2 },
    });
  });

  it("begin with the sign-up, and go on to the fourth day after the next fee", () => {
    // Signed up on 12 May: the first fee is July's 1st, 50 days on.
    expect(days({}, date("2026-05-12"))).toMatchObject({ from: "2026-05-12", to: "2026-07-05" });
    expect(days({}, date("2026-06-30"))).toMatchObject({ from: "2026-05-26", to: "2026-08-04" });
  });

  it("name no commission that was reversed, only what the card had paid of it", () => {
    const reversed = anAction({ state: "REVERSED", reversedOn: "2026-06-03" });
    const other = anAction({ id: "2", payout: "5.00", trackedOn: "2026-06-03", locksOn: "2026-08-01" });
    const report = days({ actions: [reversed, other] });
    // The 75.00 went back into the balance on 3 June: it pays the 5.00, and both fees.
    expect(report.days).toEqual([
      aDay("2026-05-30", "0.00", "0.00", "0.00", "75.00"),
      aDay("2026-06-03", "5.00", "0.00", "5.00", "0.00"),
      aDay("2026-07-01", "0.00", "30.00", "30.00", "0.00"),
      aDay("2026-08-01", "0.00", "30.00", "30.00", "0.00"),
    ]);
    // The thirtieth day back is 3 June, and counts.
    expect(report.last30Days).toEqual({
      ...{ from: "2026-06-03", commissions: "5.00", fees: "30.00", sum: "35.00" },
    });
    expect(report.card).toEqual({
      ...{ since: "2026-05-12", sum: "75.00", commissions: "75.00", fees: "0.00", days: 1 },
    });
  });

  it("say nothing of a card without a balance, and nothing at all without actions", () => {
    const withoutBalance = days({ fundingBalance: null });
    expect(withoutBalance.days.map(({ card }) => card)).toEqual([null, null, null]);
    expect(withoutBalance.card).toBeNull();
    expect(days({ actions: null })).toMatchObject({ days: [], last30Days: null, card: null, pace: null });
  });

  it("take no charge for a fact on the day the balance was stated (D4), and count from the next one", () => {
    const stated = { fundingBalance: { amount: "0.00", asOf: "2026-07-01" } };
    const report = days(stated);
    expect(report.days.find(({ date: day }) => day === "2026-07-01")?.card).toBeNull();
    expect(report.card).toEqual({
      ...{ since: "2026-07-01", sum: "0.00", commissions: "0.00", fees: "0.00", days: 0 },
    });
    // Stated today: there is no day since.
    expect(days({ fundingBalance: { amount: "0.00", asOf: "2026-07-02" } }).card).toBeNull();
  });

  it("part what the card paid into the fee and commissions, the fee first", () => {
    const small = anAction({ payout: "10.00", trackedOn: "2026-06-05", locksOn: "2026-07-20" });
    // S3: 10.00 is below the least charge and waits for the fee: 40.00 on 1 July.
    expect(days({ actions: [small] }).card).toEqual({
      ...{ since: "2026-05-12", sum: "40.00", commissions: "10.00", fees: "30.00", days: 1 },
    });
    // A balance of 25.00 pays the 10.00 and half of the fee: the card pays the other half.
    const balance = { fundingBalance: { amount: "25.00", asOf: "2026-06-01" } };
    expect(days({ actions: [small], ...balance }).card).toEqual({
      ...{ since: "2026-06-01", sum: "15.00", commissions: "0.00", fees: "15.00", days: 1 },
    });
  });
});

describe("what new actions bring a day", () => {
  const monthly = ["2026-05-05", "2026-06-05", "2026-07-05"].map((trackedOn, index) =>
    anAction({ id: `${index}`, trackedOn, locksOn: "2026-09-20", payout: `${[31, 30, 31][index]}.00` }),
  );
  const account = { signedUpOn: "2026-04-12", fundingBalance: null, actions: monthly };
  const contract = { id: "C1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };
  const pace = (overrides: Parameters<typeof anAccount>[0]) =>
    days({ ...account, ...overrides }, date("2026-08-10")).pace;

  it("is the pace of three full months, and nothing once no contract runs (D17)", () => {
    expect(pace({ contracts: [contract] })).toEqual({ perDay: "1.00", from: "2026-05", to: "2026-07" });
    expect(pace({ contracts: null })).toEqual({ perDay: "1.00", from: "2026-05", to: "2026-07" });
    expect(pace({ contracts: [] })).toEqual({ perDay: "0.00", from: "2026-05", to: "2026-07" });
    expect(pace({ contracts: [{ ...contract, status: "EXPIRED" }] })?.perDay).toBe("0.00");
  });

  it("is not known with a shorter history, or without actions", () => {
    expect(pace({ contracts: [contract], signedUpOn: "2026-07-15" })).toBeNull();
    expect(pace({ contracts: [contract], actions: null })).toBeNull();
  });
});
