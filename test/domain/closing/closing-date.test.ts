import { describe, expect, it } from "vitest";
import { type AccountFileJson, businessDaysAfter, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const closure = (file: Partial<AccountFileJson>, on: string) =>
  closureReport(anAccount(file), { on: date(on) });
const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };

describe("the earliest closing date", () => {
  it("is the last lock date, and names the actions that hold it", () => {
    const actions = [
      anAction(),
      anAction({ id: "late", locksOn: "2026-07-05" }),
      anAction({ id: "also", locksOn: "2026-07-05" }),
    ];
    const { earliestClosing } = closure({ actions }, "2026-06-05");
    expect(earliestClosing).toMatchObject({ date: "2026-07-05", mayMove: true });
    expect(earliestClosing.because.map((note) => note.values?.action)).toEqual(["also", "late"]);
  });

  it("is the last invoice's day when that is later (G24)", () => {
    const { earliestClosing } = closure({ invoices: [invoice] }, "2026-06-05");
    expect(earliestClosing).toMatchObject({ date: "2026-07-16", because: [{ id: "core.earliest.invoice" }] });
  });

  it("is the day of payment of a locked action of an edition other than Starter", () => {
    const actions = [anAction({ state: "APPROVED", clearedOn: "2026-07-20" })];
    expect(closure({ actions, edition: "essentials" }, "2026-07-01").earliestClosing.date).toBe("2026-07-20");
  });

  it.each([
    [
      "a pending action has no lock date",
      { actions: [anAction({ locksOn: null })] },
      "core.earliest.openEnded",
    ],
    [
      "no balance is known, a locked action is unpaid and no invoice says when",
      { fundingBalance: null },
      "core.earliest.unpaid",
    ],
    ["the actions are not known", { actions: null }, "core.earliest.actionsUnknown"],
    ["the invoices are not known", { actions: [], invoices: null }, "core.earliest.invoicesUnknown"],
  ])("is unknown when %s", (_, file, reason) => {
    const report = closure(file, "2026-07-01");
    expect(report.earliestClosing).toMatchObject({ date: null, mayMove: true });
    expect(report.earliestClosing.because.map((note) => note.id)).toContain(reason);
    expect(report.refund.refundBy).toBeNull();
    expect(report.costToClose.cheapest).toBeNull();
  });

  it("is today and final when nothing is open", () => {
    const { earliestClosing } = closure({ actions: [] }, "2026-07-01");
    expect(earliestClosing).toEqual({
      date: "2026-07-01",
      because: [{ id: "core.earliest.nothingHolds" }],
      mayMove: false,
    });
  });

  it("may move while a contract runs, through its last day", () => {
    const contract = { id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: "2026-06-30" };
    const moves = (on: string) => closure({ actions: [], contracts: [contract] }, on).earliestClosing.mayMove;
    expect([moves("2026-06-30"), moves("2026-07-01")]).toEqual([true, false]);
  });

  it("names twenty of many actions and counts the rest", () => {
    const actions = Array.from({ length: 50 }, (_, index) => anAction({ id: `${index}` }));
    const { because } = closure({ actions }, "2026-06-05").earliestClosing;
    expect(because).toHaveLength(21);
    expect(because.at(-1)).toEqual({ id: "core.more", values: { count: 30 } });
  });
});

describe("the refund date", () => {
  it("is ten business days after closing, without weekends and holidays of three countries (G25)", () => {
    // From Friday 19 June 2026: 22–26 June and 29 June–2 July are nine; 3 July is a US holiday; 6 July is the tenth.
    expect(businessDaysAfter(date("2026-06-19"), 10).toString()).toBe("2026-07-06");
    expect(closure({ actions: [] }, "2026-06-19").refund.refundBy).toBe("2026-07-06");
  });

  it.each([
    ["a South African holiday", "2026-06-15", "2026-06-17"],
    ["an English bank holiday", "2026-08-28", "2026-09-01"],
    ["a South African election day (D8)", "2026-11-03", "2026-11-05"],
    ["Christmas, Boxing Day and its substitute", "2026-12-24", "2026-12-29"],
  ])("skips %s", (_, from, next) => {
    expect(businessDaysAfter(date(from), 1).toString()).toBe(next);
  });
});
