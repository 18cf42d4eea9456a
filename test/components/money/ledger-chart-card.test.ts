import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { LedgerChartCard } from "#app/components/money/ledger-chart-card.tsx";
import { ledgerReport, statementReport } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { fundingDays } from "#app/services/account/show-ledger.server.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { textOf } from "../text-of.ts";

/** What the card says on a day, where 0.00 was entered on 10 June and 75.00 of 30 May is still to be collected. */
function textsOn(asOf: string, locale: Locale, entered = "2026-06-10", to = "2026-07-02"): string[] {
  const balance = { amount: "0.00", asOf: entered };
  const on = date(asOf);
  const account = anAccount({ fundingBalance: balance });
  const statement = statementReport(account, {
    ...{ from: date("2026-05-12"), to: date(to), on, everyDay: false },
  });
  const ledger = ledgerReport(statement, { asOf, to, open: new Set() });
  const days = fundingDays(statement, ledger);
  return textOf(createElement(LedgerChartCard, { ledger, days, balance, isLeast: false }), locale)
    .split("|")
    .filter(Boolean);
}
const headingOn = (asOf: string, locale: Locale) => textsOn(asOf, locale)[0];

describe("the ledger's heading (D4)", () => {
  it.each([
    ["en", "The balance is $0.00", "The balance is about $75.00"],
    ["zh-CN", "余额 $0.00", "余额约 $75.00"],
  ] as const)(
    "names on its own day the balance that was entered, and later an estimate (%s)",
    (locale, entered, rolled) => {
      expect([headingOn("2026-06-10", locale), headingOn("2026-06-11", locale)]).toEqual([entered, rolled]);
    },
  );
});

describe("the ledger's picture", () => {
  // On the day itself too, where 75.00 is still to be collected, although the heading has what was entered (D4).
  it.each(["2026-06-10", "2026-06-11"])("names on %s the height at which the past ends", (asOf) => {
    // One picture for each width.
    expect(textsOn(asOf, "en").filter((text) => text === "about $75.00")).toHaveLength(3);
  });

  it("names a charge in fewer words on a phone, where more would lie on another charge's stem", () => {
    const names = textsOn("2026-07-02", "en", "2026-05-12", "2026-08-02").filter((text) =>
      text.startsWith("$30.00"),
    );
    expect(names).toEqual(["$30.00 with the fee", "$30.00 with the fee", "$30.00"]);
  });
});
