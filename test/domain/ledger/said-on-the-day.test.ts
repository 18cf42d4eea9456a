import { describe, expect, it } from "vitest";
import { closureReport, statementReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const notesOn = (day: string, account = anAccount()) =>
  statementReport(account, { from: date(day), to: date(day), on: date("2026-07-02"), everyDay: true }).days[0]
    ?.notes;

describe("what S3 says on a day on which no money moves", () => {
  it("is that the balance covers what is owed, and when the first fee comes (1 June)", () => {
    expect(notesOn("2026-06-01")).toEqual([
      { id: "core.statement.fullMonthStarts", values: { feeOn: "2026-07-01" } },
      { id: "core.statement.covered" },
    ]);
  });

  it("is that all is covered when the actions lock (20 June)", () => {
    expect(notesOn("2026-06-20")?.map(({ id }) => id)).toEqual([
      "core.statement.costsLock",
      "core.statement.covered",
    ]);
  });

  it("names the day of the reference rates behind an estimated fee", () => {
    const account = anAccount({ currency: "EUR" });
    expect(notesOn("2026-07-01", account)).toContainEqual({
      id: "core.statement.feeEstimated",
      values: { ratesOn: "2024-12-31" },
    });
  });
});

describe("fees that are kept (D6)", () => {
  it.each([
    { scenario: "B", file: { actions: [] }, isNamed: true },
    { scenario: "C", file: {}, isNamed: true },
  ])("are named wherever the refund is $scenario", ({ scenario, file, isNamed }) => {
    const { refund } = closureReport(anAccount(file), { on: date("2026-07-02") });
    expect([
      refund.scenario,
      refund.warnings.some(({ id }) => id === "core.refund.warning.feesKept"),
    ]).toEqual([scenario, isNamed]);
  });

  it("are none of a full refund", () => {
    const { refund } = closureReport(anAccount({ actions: [] }), { on: date("2026-05-20") });
    expect([refund.scenario, refund.warnings]).toEqual(["A", []]);
  });
});

describe("the three conditions of the trial (S0)", () => {
  it("are told one by one with the state of each", () => {
    const { trial } = closureReport(anAccount({ trialEndsOn: "2026-06-11", card: { everCharged: false } }), {
      on: date("2026-05-31"),
    });
    expect(trial.conditions).toEqual([
      { key: "in-trial", state: "met" },
      { key: "card-untouched", state: "met" },
      { key: "no-actions", state: "not-met" },
    ]);
  });
});
