import { describe, expect, it } from "vitest";
import { statementReport } from "#app/domain/index.ts";
import type { StatementDayJson } from "#app/domain/report/statement-report.ts";
import { totalsOf } from "#app/domain/totals/totals-of.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Parameters<typeof anAccount>[0];
const spring = { from: date("2026-05-12"), to: date("2026-08-05"), everyDay: false };
const statementOn = (on: string, file: File = {}, range = spring) =>
  statementReport(anAccount(file), { ...range, on: date(on) });

/** A day on which nothing moves, so that a test types out only what does. */
const day = (iso: string, moved: Partial<StatementDayJson>): Omit<StatementDayJson, "notes"> => ({
  date: iso,
  opening: "0.00",
  payable: "0.00",
  deduction: "0.00",
  cardCharge: "0.00",
  closing: "0.00",
  newlyOwed: "0.00",
  commissions: "0.00",
  reversed: "0.00",
  locking: "0.00",
  fee: "0.00",
  feeDeducted: "0.00",
  covered: "0.00",
  stillToCollect: null,
  projected: false,
  ...moved,
});
const withoutNotes = (days: readonly StatementDayJson[]) => days.map(({ notes: _, ...rest }) => rest);
const fee = { payable: "30.00", cardCharge: "30.00", closing: "30.00", newlyOwed: "30.00", fee: "30.00" };
const settled = { opening: "30.00", deduction: "30.00", feeDeducted: "30.00" };

describe("the statement of S3's account", () => {
  it("has a row for each day on which something happens, with every amount", () => {
    const { days } = statementOn("2026-07-02");
    expect(withoutNotes(days)).toEqual([
      day("2026-05-12", { stillToCollect: "0.00" }),
      day("2026-05-30", {
        payable: "75.00",
        cardCharge: "75.00",
        closing: "75.00",
        newlyOwed: "75.00",
        commissions: "75.00",
      }),
      day("2026-06-01", { opening: "75.00", closing: "75.00" }),
      day("2026-06-20", { opening: "75.00", deduction: "75.00", locking: "75.00" }),
      day("2026-07-01", fee),
      day("2026-07-02", settled),
      day("2026-08-01", { ...fee, projected: true }),
      day("2026-08-02", { ...settled, projected: true }),
    ]);
    expect(days[1]?.notes).toEqual([
      { id: "core.statement.costsTracked", values: { costsAmount: "75.00", currency: "USD" } },
      { id: "core.statement.cardCharged", values: { chargeAmount: "75.00", currency: "USD" } },
    ]);
  });

  it("adds up what happened apart from what is expected, and says what it rests on", () => {
    const { days: _, ...rest } = statementOn("2026-07-02");
    expect(rest).toEqual({
      currency: "USD",
      totals: { cardCharge: "135.00", deduction: "135.00" },
      past: { cardCharge: "105.00", deduction: "105.00" },
      expected: { cardCharge: "30.00", deduction: "30.00" },
      opening: { date: "2026-05-12", balance: "0.00", commissions: "0.00", fees: "0.00" },
      notes: [],
      unread: [],
      plan: {
        edition: "starter",
        version: "1",
        checkedOn: "2026-11-20",
        minimumFee: "30.00",
        minimumFeeFrom: "plan",
        minimumCharge: "30.00",
        ratesAsOf: null,
      },
      assumptions: ["G1", "G3", "G5", "G8", "G9", "G10"],
    });
  });

  it("counts the fee of the day it is seen from as a fact", () => {
    const { days, past, expected } = statementOn("2026-07-01");
    expect(past).toEqual({ cardCharge: "105.00", deduction: "75.00" });
    expect(expected).toEqual({ cardCharge: "30.00", deduction: "60.00" });
    expect(days.find((each) => each.date === "2026-07-01")?.projected).toBe(false);
    expect(days.find((each) => each.date === "2026-07-02")?.projected).toBe(true);
  });

  it("is the same from sums by day as from the actions", () => {
    const { actions: _, ...facts } = anAccount();
    const summarised = { ...facts, totals: totalsOf(anAccount().actions) };
    expect(statementReport(summarised, { ...spring, on: date("2026-07-02") })).toEqual(
      statementOn("2026-07-02"),
    );
  });
});

describe("a balance read later", () => {
  const file: File = {
    fundingBalance: { amount: "20.00", asOf: "2026-06-10" },
    actions: [
      anAction(),
      anAction({ id: "2", trackedOn: "2026-06-10", payout: "40.00", locksOn: null }),
      anAction({
        id: "3",
        trackedOn: "2026-06-12",
        payout: "10.00",
        state: "REVERSED",
        locksOn: null,
        reversedOn: "2026-06-25",
      }),
    ],
  };

  it("starts the statement, whose first day says what is still to collect and charges nothing (D4)", () => {
    const { days, notes, opening } = statementOn("2026-07-02", file);
    // 75 and 40 are owed, 20 is there: 95 are still to come.
    expect(withoutNotes(days)[0]).toEqual(
      day("2026-06-10", {
        opening: "20.00",
        payable: "95.00",
        closing: "115.00",
        newlyOwed: "40.00",
        commissions: "40.00",
        stillToCollect: "95.00",
      }),
    );
    expect(opening).toEqual({
      date: "2026-06-10",
      balance: "20.00",
      commissions: "75.00",
      fees: "0.00",
    });
    expect(notes).toEqual([{ id: "core.statement.startsLater", values: { startsOn: "2026-06-10" } }]);
  });

  it("names a reversal, and what of a fee the balance covers", () => {
    const { days } = statementOn("2026-07-02", file);
    const on = (iso: string) => withoutNotes(days).find((each) => each.date === iso);
    expect(on("2026-06-25")).toEqual(
      day("2026-06-25", { opening: "50.00", closing: "50.00", reversed: "10.00" }),
    );
    expect(on("2026-07-01")).toEqual(
      day("2026-07-01", {
        opening: "50.00",
        payable: "20.00",
        cardCharge: "20.00",
        closing: "70.00",
        newlyOwed: "30.00",
        fee: "30.00",
        covered: "10.00",
      }),
    );
  });

  it("leaves what is still to collect out of the sum of what was charged", () => {
    // 10 and 20 until today, 30 on 1 August; the 95 of the stated day are no fact.
    expect(statementOn("2026-07-02", file)).toMatchObject({
      totals: { cardCharge: "60.00", deduction: "135.00" },
      past: { cardCharge: "30.00", deduction: "105.00" },
      expected: { cardCharge: "30.00", deduction: "30.00" },
    });
  });

  it("has no sums where all that was asked for lies before it, and sums of a range of one day", () => {
    const until = (iso: string) => statementOn("2026-07-02", file, { ...spring, to: date(iso) }).totals;
    expect(until("2026-06-05")).toEqual({ cardCharge: null, deduction: null });
    expect(until("2026-06-10")).toEqual({ cardCharge: "0.00", deduction: "0.00" });
  });

  it("says nothing of a later start where the range begins on its day", () => {
    const { notes } = statementOn("2026-07-02", file, { ...spring, from: date("2026-06-10") });
    expect(notes).toEqual([]);
  });
});

describe("a statement that lacks something", () => {
  it("shows without a balance what is known of the days, and no charge of the card", () => {
    const { days, notes, opening, totals } = statementOn("2026-07-02", { fundingBalance: null });
    expect(days.find((each) => each.date === "2026-05-30")).toEqual({
      date: "2026-05-30",
      opening: null,
      payable: null,
      deduction: null,
      cardCharge: null,
      closing: null,
      newlyOwed: "75.00",
      commissions: "75.00",
      reversed: "0.00",
      locking: "0.00",
      fee: "0.00",
      feeDeducted: "0.00",
      covered: null,
      stillToCollect: null,
      projected: false,
      notes: [
        { id: "core.statement.costsTracked", values: { costsAmount: "75.00", currency: "USD" } },
        { id: "core.statement.balanceUnknown", values: { missing: "balance" } },
      ],
    });
    expect(notes).toEqual([{ id: "core.statement.noBalance" }]);
    expect(opening).toBeNull();
    expect(totals).toEqual({ cardCharge: null, deduction: null });
  });

  it("shows without actions the days of fees and no amount at all", () => {
    const { days, notes, opening, totals } = statementOn("2026-07-02", { actions: null });
    expect(days.find((each) => each.date === "2026-07-01")).toEqual({
      date: "2026-07-01",
      opening: null,
      payable: null,
      deduction: null,
      cardCharge: null,
      closing: null,
      newlyOwed: null,
      commissions: null,
      reversed: null,
      locking: null,
      fee: null,
      feeDeducted: null,
      covered: null,
      stillToCollect: null,
      projected: false,
      notes: [
        {
          id: "core.statement.feeCharged",
          values: { feeAmount: "30.00", coveredMonth: "2026-06", currency: "USD" },
        },
        { id: "core.statement.balanceUnknown", values: { missing: "actions" } },
      ],
    });
    expect(notes).toEqual([{ id: "core.statement.noActions" }]);
    expect(opening).toBeNull();
    expect(totals).toEqual({ cardCharge: null, deduction: null });
  });

  it("shows on the stated day without actions nothing that is still to collect", () => {
    const { days } = statementOn("2026-07-02", { actions: null });
    expect(days[0]).toMatchObject({ date: "2026-05-12", stillToCollect: null });
  });

  it("says that a partner has no such account", () => {
    const { notes } = statementOn("2026-07-02", { kind: "partner", fundingBalance: null });
    expect(notes).toEqual([{ id: "core.statement.partner" }, { id: "core.statement.noBalance" }]);
  });
});
