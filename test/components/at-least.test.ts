import { AppProvider } from "@shopify/polaris";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PartnerHome } from "#app/components/account-kinds/partner-home.tsx";
import { PartnersOwedTable } from "#app/components/export/partners-owed-table.tsx";
import { ledgerColumns } from "#app/components/money/ledger-columns.ts";
import { SumRow } from "#app/components/money/ledger-rows.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { messagesOf } from "#app/messages/messages.server.ts";

/** What the component says, its parts apart. */
function textOf(children: ReactNode): string {
  const locale = "en";
  const inside = createElement(TranslatorProvider, { locale, messages: messagesOf(locale), children });
  const html = renderToStaticMarkup(createElement(AppProvider, { i18n: {} }, inside));
  return html
    .replace(/<[^>]*>/g, "|")
    .replace(/\|+/g, "|")
    .replace(/\u00a0/g, " ");
}

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
