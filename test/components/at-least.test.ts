import { createElement, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { PartnerHome } from "#app/components/account-kinds/partner-home.tsx";
import { ExitCostNotes } from "#app/components/exit/exit-costs.tsx";
import { ExportMade } from "#app/components/export/export-made.tsx";
import { PartnersOwedTable } from "#app/components/export/partners-owed-table.tsx";
import { BuildUpPicture } from "#app/components/money/build-up-card.tsx";
import { ChargesCard, ChargesTable } from "#app/components/money/charges-card.tsx";
import { CommissionsCell } from "#app/components/money/home-figures.tsx";
import { ledgerColumns } from "#app/components/money/ledger-columns.ts";
import { AmountCells, ledgerMoney, SumRow } from "#app/components/money/ledger-rows.tsx";
import { dayWords } from "#app/components/money/ledger-words.ts";
import { MonthSum } from "#app/components/money/month-sum.tsx";
import { daysReport, previewReport, standingReport } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { textOf } from "./text-of.ts";

/** S3's account on a day, with or without a row of its actions that nobody could read. */
const onDay = (day: string, isLeast: boolean) =>
  [anAccount(isLeast ? { unread: { actions: 1 } } : {}), { on: date(day) }] as const;

const share = { count: 1, amount: "30.00", firstLock: null, lastLock: null, undated: 1 };
const none = { count: 0, amount: "0.00", firstLock: null, lastLock: null, undated: 0 };
const report = {
  partners: [{ partner: "Blog", total: "30.00", pending: share, locked: none }],
  pending: "30.00",
  locked: "0.00",
  total: "30.00",
};

describe("a sum that rests on a list with rows nobody could read is at least what is shown", () => {
  it.each([
    [true, "|at least $0.00|at least $30.00|"],
    [false, "|$0.00|$30.00|"],
  ])("of the partners still owed (%s)", (isLeast, sums) => {
    const table = createElement(PartnersOwedTable, { report, currency: "USD", isLeast });
    expect(textOf(table)).toContain(sums);
  });

  it.each([
    [true, "|at least |$75.00|"],
    [false, "|$75.00|"],
  ])("of commissions on Home (%s)", (isLeast, sum) => {
    const standing = standingReport(...onDay("2026-06-20", isLeast));
    expect(textOf(createElement(CommissionsCell, { standing, trial: false }))).toContain(sum);
  });

  it.each([
    [true, "|Revenue from locked actions|at least $1,000.00|2.5% of it|at least $25.00|Minimum fee|$30.00|"],
    [false, "|Revenue from locked actions|$1,000.00|2.5% of it|$25.00|Minimum applies|$30.00|"],
  ])("of what the month's fee is reckoned from (%s)", (isLeast, lines) => {
    const preview = previewReport(...onDay("2026-06-25", isLeast));
    expect(textOf(createElement(MonthSum, { preview }))).toContain(lines);
  });

  it.each([
    [true, "|June: at least $25.00 so far, at least $30.00 by Jun 30|"],
    [false, "|June: $25.00 so far, so the minimum applies|"],
  ])("of the month's fee, in the heading of its picture (%s)", (isLeast, heading) => {
    const preview = previewReport(...onDay("2026-06-25", isLeast));
    expect(textOf(createElement(BuildUpPicture, { preview }))).toContain(heading);
  });

  it.each([
    [true, "|Last 30 days: at least $75.00 in commissions and at least $0.00 in fees|"],
    [false, "|Last 30 days: $75.00 in commissions and $0.00 in fees|"],
  ])("of commissions and fees by day, in the heading of Home's picture (%s)", (isLeast, heading) => {
    const days = { ...daysReport(...onDay("2026-06-20", isLeast)), card: null };
    expect(textOf(createElement(ChargesCard, { days, nextBound: null }))).toContain(heading);
  });

  it.each([
    [true, "|Your card was charged at least about $75.00 since May 12|Estimate: at least $75.00 for"],
    [false, "|Your card was charged about $75.00 since May 12|Estimate: $75.00 for commissions, $0.00"],
  ])("of the card's charges, in the heading of Home's picture (%s)", (isLeast, heading) => {
    const days = daysReport(...onDay("2026-06-20", isLeast));
    expect(textOf(createElement(ChargesCard, { days, nextBound: null }))).toContain(heading);
  });

  it.each([
    [true, "|Commissions come on top: at least $75.00 in the last 30 days.|"],
    [false, "|Commissions come on top: $75.00 in the last 30 days.|"],
  ])("of commissions on the page outside the admin (%s)", (isLeast, said) => {
    const standing = standingReport(...onDay("2026-06-20", isLeast));
    const closingPath = { route: "starter-ticket" as const };
    const status = { standing, overdue: standing, closingPath, currency: "USD" };
    expect(textOf(createElement(ExitCostNotes, { status }))).toContain(said);
  });

  it.each([
    [true, "|Last 30 days|at least $75.00|at least $0.00|at least $75.00|"],
    [false, "|Last 30 days|$75.00|$0.00|$75.00|"],
  ])("of the last thirty days (%s)", (isLeast, sums) => {
    const day = { date: "2026-05-30", commissions: "75.00", fee: "0.00", sum: "75.00", card: null };
    const days = {
      ...{ asOf: "2026-06-01", currency: "USD", from: "2026-05-12", to: "2026-07-06", isLeast },
      ...{ days: [{ ...day, expected: false }], card: null, pace: null },
      last30Days: { from: "2026-05-12", commissions: "75.00", fees: "0.00", sum: "75.00" },
    };
    expect(textOf(createElement(ChargesTable, { days, nextBound: null }))).toContain(sums);
  });

  it.each([
    [true, "since then|New commissions |at least $75.00|impact.com fee |at least $30.00|at least $0.00|"],
    [false, "since then|New commissions |$75.00|impact.com fee |$30.00|–|"],
  ])("of the ledger (%s)", (isLeast, cells) => {
    const sums = {
      newlyOwed: "75.00",
      card: "30.00",
      deduction: "0.00",
      commissions: "75.00",
      fee: "30.00",
      locking: "0.00",
    };
    const row = createElement(SumRow, {
      title: "Past in total",
      line: "since then",
      sums,
      closing: null,
      isLeast,
      columns: ledgerColumns(false),
      currency: "USD",
      hasBalance: false,
      asOf: "2026-06-01",
    });
    const table = createElement("table", null, createElement("tbody", null, row));
    expect(textOf(table)).toContain(cells);
  });

  const amounts = { newlyOwed: "75.00", card: "30.00", deduction: "0.00" };
  const more = { commissions: "75.00", fee: "0.00", locking: "0.00" };
  const shared = { currency: "USD", asOf: "2026-06-10", hasBalance: true, columns: ledgerColumns(true) };
  const bodyOf = (row: ReactNode) => textOf(createElement("table", null, createElement("tbody", null, row)));

  it.each([
    [true, "|at least $75.00|", "|at least $30.00|", "|about $40.00|"],
    [false, "|$75.00|", "|$30.00|", "|$40.00|"],
  ])("of a month and of a day of the ledger (%s)", (isLeast, owed, card, balance) => {
    const cells = { sums: { ...amounts, ...more }, closing: "40.00", ...shared, isLeast };
    const ofMonth = bodyOf(createElement("tr", null, createElement(AmountCells, cells)));
    const ofDay = bodyOf(createElement("tr", null, createElement(AmountCells, { ...cells, isSum: false })));
    for (const said of [ofMonth, ofDay]) {
      expect(said).toContain(owed);
      expect(said).toContain(card);
      expect(said).toContain(balance);
    }
    // Nothing on a day is a dash; of a month it is at least nothing.
    expect(ofMonth).toContain(isLeast ? "|at least $0.00|" : "|–|");
    expect(ofDay).toContain("|–|");
  });

  it("of what happened on a day, in words", () => {
    const day = {
      ...{ date: "2026-06-01", projected: false, ...amounts, ...more, cardCharge: "30.00", opening: null },
      ...{ closing: null, feeDeducted: "0.00", reversed: "12.00", covered: "0.00", notes: [] },
      ...{ payable: "0.00", stillToCollect: null },
    };
    const words = translatorFor("en");
    const said = dayWords(day, "USD", { ...words, money: ledgerMoney({ isLeast: true }, words) });
    expect(said).toEqual(["Commissions tracked, at least $75.00", "Reversed, at least $12.00"]);
  });

  it("of an export's lists", () => {
    const made = {
      ...{ id: "e1", state: "done" as const, percent: 100, missing: [], unnamed: 0, waitUntil: null },
      ...{ createdAt: "2026-06-10T09:00:00Z", expiresAt: "2026-06-17T09:00:00Z" },
      counted: {
        contracts: { exists: 2, exported: 2, unread: 1 },
        partners: { exists: 3, exported: 3, unread: 2 },
        invoices: { exists: 3, exported: 3 },
      },
    };
    const said = textOf(createElement(ExportMade, { made, timeZone: "UTC" }));
    expect(said).toContain(
      "3 of 3 partners 2 rows of contracts and actions could not be read, so partners or their contracts may be missing|",
    );
    expect(said).toContain("2 of 2 contracts 1 more row could not be read, so contracts may be missing|");
    expect(said).toContain("|3 of 3 invoice PDFs|");
  });

  it("of a partner account, where none of those that could be read is not none", () => {
    const partner = {
      company: null,
      balance: null,
      belowPayout: false,
      balanceStatedAt: null,
      withdrawal: { at: null, value: null },
      earnings: {
        isLeast: true,
        at: null,
        pending: { count: 2, amount: "12.50", lastLock: null },
        awaiting: { count: 0, amount: "0.00" },
      },
      contracts: { isLeast: true, at: null, active: 2, shown: [] },
      overdue: { isLeast: true, at: null, count: 0 },
    };
    const said = textOf(createElement(PartnerHome, { partner, currency: "USD", timeZone: "UTC" }));
    expect(said).toContain("|at least $12.50|");
    expect(said).toContain("|at least $0.00|");
    expect(said).toContain("|at least 2 active|");
    expect(said).not.toMatch(/No locked action to be paid|\|None\|/);
  });
});
