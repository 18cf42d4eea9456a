import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const PENDING = anAction({ id: "pending", trackedOn: "2026-05-14", locksOn: "2026-09-01" });
const LOCKED = anAction({
  id: "locked",
  state: "APPROVED",
  trackedOn: "2026-05-13",
  locksOn: "2026-05-20",
  clearedOn: "2026-05-21",
});

// Sign-up on 12 May 2026: 9 June is day 29, 10 June day 30, 11 June day 31 (both ends counted, G23).
const DAY_29 = "2026-06-09";
const DAY_30 = "2026-06-10";
const DAY_31 = "2026-06-11";

const closure = (file: Partial<AccountFileJson>, on: string) =>
  closureReport(anAccount(file), { on: date(on) });

describe("the refund table", () => {
  it.each([
    [1, DAY_29, 29, false, false, "A", "A"],
    [2, DAY_29, 29, false, true, "conflicting", "C"],
    [3, DAY_29, 29, true, false, "conflicting", "C"],
    [4, DAY_29, 29, true, true, "C", "C"],
    [5, DAY_30, 30, false, false, "neither", "B"],
    [6, DAY_30, 30, false, true, "C", "C"],
    [7, DAY_30, 30, true, false, "C", "C"],
    [8, DAY_30, 30, true, true, "C", "C"],
    [9, DAY_31, 31, false, false, "B", "B"],
    [10, DAY_31, 31, false, true, "C", "C"],
    [11, DAY_31, 31, true, false, "C", "C"],
    [12, DAY_31, 31, true, true, "C", "C"],
  ])(
    "row %i: on %s (day %i), locked %s, pending %s reads %s and promises %s",
    (row, on, days, locked, pending, literal, scenario) => {
      const actions = [...(locked ? [LOCKED] : []), ...(pending ? [PENDING] : [])];
      const report = closure({ actions }, on);
      expect(report.daysActive).toBe(days);
      expect(report.refund).toMatchObject({ row, literal, scenario });
      const earliest = pending ? "2026-09-01" : on;
      expect(report.earliestClosing.date).toBe(earliest);
    },
  );

  it("counts an account whose actions were all reversed as one without actions", () => {
    const actions = [anAction({ state: "REVERSED", trackedOn: "2026-05-14", reversedOn: "2026-05-20" })];
    expect(closure({ actions }, DAY_29).refund.scenario).toBe("A");
    expect(closure({ actions }, "2026-05-20").refund.scenario).toBe("A");
    // Before the reversal it was pending.
    expect(closure({ actions }, "2026-05-19").refund.scenario).toBe("C");
  });

  it("counts a pending action as locked once its lock date has come", () => {
    expect(closure({ actions: [anAction()] }, "2026-06-20").refund.row).toBe(11);
  });

  it("promises C when the actions are not known", () => {
    expect(closure({ actions: null }, "2026-05-20").refund).toMatchObject({
      scenario: "C",
      literal: "unknown",
      row: null,
    });
  });

  it.each([
    ["a partner", { kind: "partner" as const }, "core.refund.text.partner"],
    ["an Essentials brand", { edition: "essentials" as const }, "core.refund.text.brand"],
  ])("promises %s no more than C", (_, file, text) => {
    expect(closure({ ...file, actions: [] }, "2026-05-20").refund).toMatchObject({
      scenario: "C",
      text: { id: text },
    });
  });

  it("warns from day 25 on that the full refund ends", () => {
    const ids = (on: string) => closure({ actions: [] }, on).refund.warnings;
    expect(ids("2026-06-04")).toEqual([]);
    expect(ids("2026-06-05")).toEqual([{ id: "core.refund.warning.day30", values: { lastOn: DAY_29 } }]);
  });

  it("warns when the first fee falls where the full refund ends", () => {
    const file = { signedUpOn: "2026-01-31", fundingBalance: null, actions: [] };
    expect(closure(file, "2026-02-10").refund.warnings).toEqual([
      { id: "core.refund.warning.firstFee", values: { feeOn: "2026-03-01" } },
    ]);
  });

  const invoice = { id: "I-1", total: "5.00", status: "PENDING" as const, paidOn: null };

  it.each([
    // Asked on day 9; an unpaid invoice holds the closing until its day (G23: the days count to the expected closing).
    ["day 29", { ...invoice, dueOn: DAY_29 }, undefined, 1, "A"],
    ["day 30", { ...invoice, dueOn: DAY_30 }, undefined, 5, "B"],
    ["day 31", { ...invoice, dueOn: DAY_31 }, undefined, 9, "B"],
    ["today, but day 29 is wanted", null, DAY_29, 1, "A"],
    ["today, but day 31 is wanted", null, DAY_31, 9, "B"],
    ["day 31, though day 29 is wanted", { ...invoice, dueOn: DAY_31 }, DAY_29, 9, "B"],
  ])("promises no full refund when the closing comes on %s", (_, held, wanted, row, scenario) => {
    const account = anAccount({ actions: [], invoices: held ? [held] : [] });
    const closesOn = wanted === undefined ? undefined : date(wanted);
    const { refund, daysActive } = closureReport(account, { on: date("2026-05-20"), closesOn });
    expect([daysActive, refund.row, refund.scenario]).toEqual([9, row, scenario]);
    const late = refund.warnings.find(({ id }) => id === "core.refund.warning.closesLate");
    expect(late?.values?.lastOn ?? null).toBe(scenario === "A" ? null : DAY_29);
  });
});
