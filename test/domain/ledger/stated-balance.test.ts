import { describe, expect, it } from "vitest";
import { statementReport } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Parameters<typeof anAccount>[0];
const statement = (on: string, to: string, file: File = {}) =>
  statementReport(anAccount(file), { from: date("2026-05-12"), to: date(to), on: date(on), everyDay: false });

describe("the day a balance was stated (D4)", () => {
  // 75.00 of 30 May locks on 20 June only; the balance is read as 0.00 on 10 June, when 12.00 more is tracked.
  const file = {
    fundingBalance: { amount: "0.00", asOf: "2026-06-10" },
    actions: [
      anAction(),
      anAction({ id: "2", trackedOn: "2026-06-10", locksOn: "2026-07-20", payout: "12.00" }),
    ],
  };

  it("has no card charge as a fact: what the balance lacks is still to collect", () => {
    const { days, opening, totals } = statement("2026-06-10", "2026-06-25", file);
    expect(opening).toEqual({ date: "2026-06-10", balance: "0.00", commissions: "75.00", fees: "0.00" });
    expect(days[0]).toMatchObject({
      date: "2026-06-10",
      opening: "0.00",
      newlyOwed: "12.00",
      payable: "87.00",
      stillToCollect: "87.00",
      cardCharge: "0.00",
      closing: "87.00",
    });
    expect(days[1]).toMatchObject({ date: "2026-06-20", stillToCollect: null, deduction: "75.00" });
    expect(totals.cardCharge).toBe("0.00");
  });

  it.each([
    [
      "en",
      "The balance you entered does not cover $87.00 that is owed. impact.com still charges it, unless it already has.",
    ],
    ["zh-CN", "您填写的余额不足以支付欠款中的 $87.00。如尚未扣款，impact.com 仍会扣款。"],
  ] as const)("says so in words, and never that the card is charged (%s)", (locale, words) => {
    const { note } = translatorFor(locale);
    const notes = statement("2026-06-10", "2026-06-25", file).days[0]?.notes ?? [];
    expect(notes.map(note)).toContain(words);
    expect(notes.map(({ id }) => id)).not.toContain("core.statement.cardCharged");
  });

  it("counts a fee charged on the 1st and not settled by the 2nd as already owed", () => {
    const late = { fundingBalance: { amount: "0.00", asOf: "2026-07-02" }, actions: [] };
    expect(statement("2026-07-02", "2026-07-02", late).opening).toMatchObject({
      commissions: "0.00",
      fees: "30.00",
    });
    expect(statement("2026-07-02", "2026-07-02", { ...late, fundingBalance: null }).opening).toBeNull();
  });
});

describe("the columns of a statement", () => {
  it("show what became owed and, apart, what of it is not covered", () => {
    const file = { fundingBalance: { amount: "100.00", asOf: "2026-05-12" } };
    const [, tracked] = statement("2026-07-02", "2026-07-02", file).days;
    expect(tracked).toMatchObject({
      date: "2026-05-30",
      newlyOwed: "75.00",
      payable: "0.00",
      cardCharge: "0.00",
    });
    // Without a balance what became owed is known all the same; without actions it is not.
    const unknown = statement("2026-07-02", "2026-07-02", { fundingBalance: null }).days;
    expect(unknown.find(({ date }) => date === "2026-05-30")).toMatchObject({
      newlyOwed: "75.00",
      payable: null,
    });
    expect(statement("2026-07-02", "2026-07-02", { actions: null }).days.at(-1)?.newlyOwed).toBeNull();
  });

  it("add up what has happened and what is expected apart", () => {
    // S3 to 2 July, and August's fee: 105 has been charged, 30 more is expected.
    const { past, expected, totals } = statement("2026-07-02", "2026-08-02");
    expect(past).toEqual({ cardCharge: "105.00", deduction: "105.00" });
    expect(expected).toEqual({ cardCharge: "30.00", deduction: "30.00" });
    expect(totals).toEqual({ cardCharge: "135.00", deduction: "135.00" });
    const nothing = { cardCharge: null, deduction: null };
    expect(statement("2026-07-02", "2026-08-02", { fundingBalance: null })).toMatchObject({
      past: nothing,
      expected: nothing,
    });
  });
});
