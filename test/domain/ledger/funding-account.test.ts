import { describe, expect, it } from "vitest";
import { type AccountFileJson, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

/** Rows as "date opening payable deduction card closing". */
const rowsOf = (file: Partial<AccountFileJson>, from: string, to: string) => {
  const report = statementReport(anAccount(file), {
    from: date(from),
    to: date(to),
    on: date(to),
    everyDay: false,
  });
  return report.days.map((d) =>
    [d.date, d.opening, d.payable, d.deduction, d.cardCharge, d.closing].join(" "),
  );
};

const noteIds = (file: Partial<AccountFileJson>, day: string) => {
  const options = { from: date(day), to: date(day), on: date(day), everyDay: true };
  return statementReport(anAccount(file), options).days.flatMap((entry) =>
    entry.notes.map((note) => note.id),
  );
};

describe("the funding account", () => {
  it("charges before it deducts when both fall on one day (G10)", () => {
    // 40 tracked and locking on 10 June: 40 in, 40 out, and the day opens and closes with 0.
    const actions = [anAction({ payout: "40.00", trackedOn: "2026-06-10", locksOn: "2026-06-10" })];
    expect(rowsOf({ actions }, "2026-06-02", "2026-06-30")).toEqual([
      "2026-06-10 0.00 40.00 40.00 40.00 0.00",
    ]);
  });

  it("keeps the money when an action is reversed before it locks (G11)", () => {
    const actions = [anAction({ state: "REVERSED", reversedOn: "2026-06-05" })];
    // 75 charged on 30 May stays as balance; the fee of 1 July (30) is covered by it: 75 − 30 = 45.
    expect(rowsOf({ actions }, "2026-05-30", "2026-07-02")).toEqual([
      "2026-05-30 0.00 75.00 0.00 75.00 75.00",
      "2026-06-01 75.00 0.00 0.00 0.00 75.00",
      "2026-06-05 75.00 0.00 0.00 0.00 75.00",
      "2026-07-01 75.00 0.00 0.00 0.00 75.00",
      "2026-07-02 75.00 0.00 30.00 0.00 45.00",
    ]);
  });

  it("does not charge a total under the minimum, and takes it with the next fee (G33)", () => {
    const actions = [anAction({ payout: "10.00", trackedOn: "2026-06-05", locksOn: "2026-06-20" })];
    // 10 < 30: no charge; on 20 June 10 is due with nothing to take it from; on 1 July 10 + 30 = 40 ≥ 30 is charged,
    // the 10 due goes out the same day, the fee on the 2nd.
    expect(rowsOf({ actions }, "2026-06-02", "2026-07-02")).toEqual([
      "2026-06-05 0.00 10.00 0.00 0.00 0.00",
      "2026-06-20 0.00 10.00 0.00 0.00 0.00",
      "2026-07-01 0.00 40.00 10.00 40.00 30.00",
      "2026-07-02 30.00 0.00 30.00 0.00 0.00",
    ]);
    expect(noteIds({ actions }, "2026-06-20")).toContain("core.statement.restOwed");
  });

  it("charges a shortfall under the minimum on Starter when the total owed reaches it (G7)", () => {
    const file = { actions: [], fundingBalance: { amount: "10.00", asOf: "2026-06-15" } };
    // Fee 30, balance 10: owed 30 ≥ 30, so 20 is charged.
    expect(rowsOf(file, "2026-07-01", "2026-07-02")).toEqual([
      "2026-07-01 10.00 20.00 0.00 20.00 30.00",
      "2026-07-02 30.00 0.00 30.00 0.00 0.00",
    ]);
    expect(noteIds(file, "2026-07-01")).toContain("core.statement.belowMinimumCharge");
  });

  it("charges costs plus the buffer on Starter Agency, as in its own example", () => {
    const actions = [anAction({ payout: "25.00" })];
    // 25 costs + 50 buffer − 0 = 75; after the lock 50 stays, and nothing more is charged: 0 + 50 − 50 = 0.
    expect(rowsOf({ edition: "starter-agency", actions }, "2026-05-30", "2026-06-30")).toEqual([
      "2026-05-30 0.00 25.00 0.00 75.00 75.00",
      "2026-06-01 75.00 0.00 0.00 0.00 75.00",
      "2026-06-20 75.00 0.00 25.00 0.00 50.00",
    ]);
  });

  it("leaves a charge under the minimum out on Essentials although more is owed", () => {
    const file: Partial<AccountFileJson> = {
      edition: "essentials",
      fundingBalance: { amount: "100.00", asOf: "2026-05-12" },
      actions: [anAction({ payout: "79.00" })],
    };
    // 79 + 50 − 100 = 29 < 30: no charge. With 80 it would be 30.
    expect(rowsOf(file, "2026-05-30", "2026-05-31")).toEqual(["2026-05-30 100.00 0.00 0.00 0.00 100.00"]);
    const one = { ...file, actions: [anAction({ payout: "80.00" })] };
    expect(rowsOf(one, "2026-05-30", "2026-05-31")).toEqual(["2026-05-30 100.00 0.00 0.00 30.00 130.00"]);
  });

  it("starts where the balance was read and owes what was still open then", () => {
    const file = { fundingBalance: { amount: "75.00", asOf: "2026-06-10" } };
    expect(rowsOf(file, "2026-05-12", "2026-06-20")).toEqual(["2026-06-20 75.00 0.00 75.00 0.00 0.00"]);
    const options = {
      from: date("2026-05-12"),
      to: date("2026-06-20"),
      on: date("2026-06-20"),
      everyDay: false,
    };
    const { notes } = statementReport(anAccount(file), options);
    expect(notes).toEqual([{ id: "core.statement.startsLater", values: { startsOn: "2026-06-10" } }]);
  });

  it("owes the fee of the 1st when the balance was read on the 2nd", () => {
    const file = (amount: string) => ({ actions: [], fundingBalance: { amount, asOf: "2026-07-02" } });
    expect(rowsOf(file("30.00"), "2026-07-02", "2026-07-03")).toEqual([
      "2026-07-02 30.00 0.00 30.00 0.00 0.00",
    ]);
    // Had the charge of the 1st failed, the 30 would still be owed, and collected; no charge is a fact that day (D4).
    expect(rowsOf(file("0.00"), "2026-07-02", "2026-07-03")).toEqual([
      "2026-07-02 0.00 30.00 30.00 0.00 0.00",
    ]);
  });

  it.each([
    ["balance", { fundingBalance: null }],
    ["actions", { actions: null }],
  ])("gives no amounts when the %s are not known, but still the days", (_, file) => {
    const options = {
      from: date("2026-06-30"),
      to: date("2026-07-02"),
      on: date("2026-07-02"),
      everyDay: false,
    };
    const report = statementReport(anAccount(file), options);
    expect(report.days.map((day) => [day.date, day.opening, day.cardCharge, day.closing])).toEqual([
      ["2026-07-01", null, null, null],
      ["2026-07-02", null, null, null],
    ]);
    expect(report.totals).toEqual({ cardCharge: null, deduction: null });
  });

  it("has no totals for days before the balance was read", () => {
    const file = { fundingBalance: { amount: "0.00", asOf: "2026-06-10" } };
    const options = {
      from: date("2026-05-12"),
      to: date("2026-06-09"),
      on: date("2026-06-20"),
      everyDay: true,
    };
    expect(statementReport(anAccount(file), options)).toMatchObject({
      days: [],
      totals: { cardCharge: null, deduction: null },
    });
  });

  it("charges a partner nothing", () => {
    const options = {
      from: date("2026-05-12"),
      to: date("2026-12-31"),
      on: date("2026-06-20"),
      everyDay: false,
    };
    const report = statementReport(anAccount({ kind: "partner" }), options);
    expect(report).toMatchObject({
      totals: { cardCharge: "0.00", deduction: "0.00" },
      notes: [{ id: "core.statement.partner" }],
    });
  });

  it("deducts on the day of payment when an action was paid before its lock date", () => {
    const actions = [anAction({ state: "APPROVED", clearedOn: "2026-06-10" })];
    expect(rowsOf({ actions }, "2026-06-02", "2026-06-30")).toEqual([
      "2026-06-10 75.00 0.00 75.00 0.00 0.00",
    ]);
  });

  it("shows the day of an earlier first fee to an account signed up on the 1st (G4)", () => {
    const file = {
      signedUpOn: "2026-05-01",
      fundingBalance: { amount: "0.00", asOf: "2026-05-01" },
      actions: [],
    };
    expect(noteIds(file, "2026-06-01")).toContain("core.statement.maybeFirstFee");
    expect(rowsOf(file, "2026-06-02", "2026-07-02")).toEqual([
      "2026-07-01 0.00 30.00 0.00 30.00 30.00",
      "2026-07-02 30.00 0.00 30.00 0.00 0.00",
    ]);
  });

  it("puts what locked in the part-month of sign-up into the first fee (G3)", () => {
    const actions = [
      anAction({ id: "1", amount: "1000.00", trackedOn: "2026-05-13", locksOn: "2026-05-25" }),
      anAction({ id: "2", amount: "1000.00", trackedOn: "2026-05-14", locksOn: "2026-06-10" }),
    ];
    // 2.5 % of 1,000 (May) + 1,000 (June) = 50.
    expect(noteIds({ actions }, "2026-07-01")).toContain("core.statement.feeCharged");
    expect(rowsOf({ actions }, "2026-07-01", "2026-07-01")).toEqual([
      "2026-07-01 0.00 50.00 0.00 50.00 50.00",
    ]);
  });
});
