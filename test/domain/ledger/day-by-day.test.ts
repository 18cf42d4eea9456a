import { describe, expect, it } from "vitest";
import { type AccountFileJson, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const statement = (from: string, to: string, file: File = {}, everyDay = false) =>
  statementReport(anAccount(file), { from: date(from), to: date(to), on: date("2026-07-02"), everyDay });

const notesOn = (day: string, file: File = {}) => statement(day, day, file, true).days[0]?.notes;
const usd = (name: string, amount: string) => ({ [name]: amount, currency: "USD" });
const SMALL: File = {
  actions: [anAction({ payout: "10.00", trackedOn: "2026-06-05", locksOn: "2026-06-20" })],
};

// S3's story: 75.00 tracked on 30 May locks on 20 June; the first fee, of June, is 30.00.
describe("what a statement says of a day", () => {
  it.each<[string, File, object[]]>([
    ["2026-05-12", {}, [{ id: "core.statement.signedUp" }]],
    ["2026-05-13", {}, []],
    [
      "2026-05-30",
      {},
      [
        { id: "core.statement.costsTracked", values: usd("costsAmount", "75.00") },
        { id: "core.statement.cardCharged", values: usd("chargeAmount", "75.00") },
      ],
    ],
    ["2026-06-05", {}, []],
    [
      "2026-06-20",
      {},
      [
        { id: "core.statement.costsLock", values: usd("costsAmount", "75.00") },
        { id: "core.statement.covered" },
      ],
    ],
    [
      "2026-07-01",
      {},
      [
        {
          id: "core.statement.feeCharged",
          values: { ...usd("feeAmount", "30.00"), coveredMonth: "2026-06" },
        },
        { id: "core.statement.cardCharged", values: usd("chargeAmount", "30.00") },
      ],
    ],
    ["2026-07-02", {}, [{ id: "core.statement.feeSettled", values: usd("feeAmount", "30.00") }]],
    // Nothing is owed: nothing is covered either.
    [
      "2026-06-01",
      { actions: [] },
      [{ id: "core.statement.fullMonthStarts", values: { feeOn: "2026-07-01" } }],
    ],
    [
      "2026-06-03",
      { actions: [anAction({ state: "REVERSED", reversedOn: "2026-06-03" })] },
      [{ id: "core.statement.costsReversed", values: usd("costsAmount", "75.00") }],
    ],
  ])("on %s (%#)", (day, file, notes) => {
    expect(notesOn(day, file)).toEqual(notes);
  });

  it("is the earlier day a first fee may come to an account that signed up on the 1st (G4)", () => {
    const file: File = {
      signedUpOn: "2026-05-01",
      fundingBalance: { amount: "0.00", asOf: "2026-05-01" },
      actions: [],
    };
    expect(notesOn("2026-06-01", file)).toEqual([
      { id: "core.statement.fullMonthStarts", values: { feeOn: "2026-07-01" } },
      { id: "core.statement.maybeFirstFee", values: usd("feeAmount", "30.00") },
    ]);
  });

  it("is that less than the minimum charge is held back, and stays owed when it locks (G33)", () => {
    const heldBack = { id: "core.statement.heldBack", values: usd("minimumAmount", "30.00") };
    expect(notesOn("2026-06-05", SMALL)).toEqual([
      { id: "core.statement.costsTracked", values: usd("costsAmount", "10.00") },
      heldBack,
    ]);
    expect(notesOn("2026-06-20", SMALL)).toEqual([
      { id: "core.statement.costsLock", values: usd("costsAmount", "10.00") },
      heldBack,
      { id: "core.statement.restOwed", values: usd("restAmount", "10.00") },
    ]);
  });

  it("is that a charge is under the minimum (G7)", () => {
    const file: File = { actions: [], fundingBalance: { amount: "10.00", asOf: "2026-06-15" } };
    expect(notesOn("2026-07-01", file)?.slice(1)).toEqual([
      { id: "core.statement.cardCharged", values: usd("chargeAmount", "20.00") },
      { id: "core.statement.belowMinimumCharge", values: usd("minimumAmount", "30.00") },
    ]);
  });

  it.each<[string, File]>([
    ["balance", { fundingBalance: null }],
    ["actions", { actions: null }],
    ["both", { actions: null, fundingBalance: null }],
  ])("is that its amounts are not known, and what is missing: %s", (missing, file) => {
    expect(notesOn("2026-06-10", file)).toEqual([
      { id: "core.statement.balanceUnknown", values: { missing } },
    ]);
  });
});

describe("the days of a statement", () => {
  const daysOf = (...asked: Parameters<typeof statement>) =>
    statement(...asked).days.map(({ date: on }) => on);

  it("are those on which something happens, known amounts or not", () => {
    const days = ["2026-05-12", "2026-05-30", "2026-06-01", "2026-06-20", "2026-07-01", "2026-07-02"];
    expect(daysOf("2026-05-12", "2026-07-02")).toEqual(days);
    expect(daysOf("2026-05-12", "2026-07-02", { fundingBalance: null })).toEqual(days);
  });

  it("have the one of an earlier first fee among them (G4)", () => {
    const file: File = { signedUpOn: "2026-05-01", fundingBalance: null, actions: [] };
    expect(daysOf("2026-05-01", "2026-07-02", file)).toEqual([
      "2026-05-01",
      "2026-06-01",
      "2026-07-01",
      "2026-07-02",
    ]);
  });

  it("begin with the stated balance when it does not cover what is owed", () => {
    const file: File = { fundingBalance: { amount: "0.00", asOf: "2026-06-10" } };
    expect(daysOf("2026-05-12", "2026-06-25", file)).toEqual(["2026-06-10", "2026-06-20"]);
  });

  it("are all of them when each is asked for, and none after 2099", () => {
    expect(daysOf("2026-06-02", "2026-06-04", {}, true)).toEqual(["2026-06-02", "2026-06-03", "2026-06-04"]);
    const unknown: File = { fundingBalance: null };
    expect(daysOf("2099-12-30", "2100-01-05", unknown, true)).toEqual(["2099-12-30", "2099-12-31"]);
  });

  it("know what was charged and deducted without a balance, from whichever day they begin", () => {
    const [day] = statement("2026-07-02", "2026-07-02", { fundingBalance: null }).days;
    expect(day).toMatchObject({ fee: "0.00", feeDeducted: "30.00" });
    const [late] = statement("2026-06-20", "2026-06-20", { fundingBalance: null }).days;
    expect(late).toMatchObject({ commissions: "0.00", locking: "75.00", fee: "0.00", feeDeducted: "0.00" });
  });

  it("charge nothing while the balance is more than what is owed", () => {
    const file: File = { fundingBalance: { amount: "100.00", asOf: "2026-05-12" } };
    expect(statement("2026-05-30", "2026-05-30", file).days[0]).toMatchObject({
      cardCharge: "0.00",
      closing: "100.00",
    });
  });

  it("keep the buffer once a first cost exists, whichever it was", () => {
    const agency = (file: File) =>
      statement("2026-05-30", "2026-07-02", { edition: "starter-agency", ...file })
        .days.filter(({ cardCharge }) => cardCharge !== "0.00")
        .map(({ date: on, cardCharge }) => [on, cardCharge]);
    // The first fee alone: 30 + 50 of buffer.
    expect(agency({ actions: [] })).toEqual([["2026-07-01", "80.00"]]);
    // A balance read after the first cost: the commission is owed, and 75 + 50 − 90 = 35 still to collect that
    // day; the fee of 1 July takes 30 more.
    const read = { amount: "90.00", asOf: "2026-06-10" };
    expect(agency({ fundingBalance: read })).toEqual([["2026-07-01", "30.00"]]);
    expect(
      statement("2026-06-10", "2026-06-10", { edition: "starter-agency", fundingBalance: read }).days[0],
    ).toMatchObject({ stillToCollect: "35.00" });
  });
});

// The gaps' texts are in docs/billing-rules.md; each report lists those it rests on.
describe("the assumptions a statement rests on", () => {
  it.each<[string, string, File, string[]]>([
    ["2026-05-13", "2026-05-20", {}, ["G5", "G10"]],
    ["2026-05-30", "2026-05-30", {}, ["G5", "G8", "G10"]],
    ["2026-06-20", "2026-06-20", {}, ["G5", "G9", "G10"]],
    // The first fee, of a revenue; the second one has no part-month in it.
    ["2026-07-01", "2026-07-01", {}, ["G1", "G3", "G5", "G8", "G10"]],
    ["2026-08-01", "2026-08-01", {}, ["G1", "G5", "G8", "G10"]],
    ["2026-07-02", "2026-07-02", {}, ["G5", "G10"]],
    ["2026-07-01", "2026-07-01", { edition: "starter-agency" }, ["G3", "G5", "G8", "G10"]],
    ["2026-05-13", "2026-05-20", { signedUpOn: "2026-05-01" }, ["G4", "G5", "G10"]],
    [
      "2026-06-03",
      "2026-06-03",
      { actions: [anAction({ state: "REVERSED", reversedOn: "2026-06-03" })] },
      ["G5", "G10", "G11"],
    ],
    ["2026-06-20", "2026-06-20", SMALL, ["G5", "G6", "G9", "G10", "G33"]],
    [
      "2026-07-01",
      "2026-07-01",
      { actions: [], fundingBalance: { amount: "10.00", asOf: "2026-06-15" } },
      ["G1", "G3", "G5", "G7", "G8", "G10"],
    ],
    ["2026-05-13", "2026-05-20", { currency: "EUR" }, ["G2", "G5", "G6", "G10"]],
    ["2026-05-13", "2026-05-20", { currency: "EUR", minimumFee: "28.00" }, ["G5", "G6", "G10"]],
    // Without a balance no card is reckoned.
    ["2026-05-30", "2026-05-30", { fundingBalance: null }, ["G5", "G10"]],
  ])("from %s to %s (%#)", (from, to, file, gaps) => {
    expect(statement(from, to, file).assumptions).toEqual(gaps);
  });
});
