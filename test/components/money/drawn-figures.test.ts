import fc from "fast-check";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BuildUpChart } from "#app/components/money/build-up-chart.tsx";
import { BuildUpTable } from "#app/components/money/build-up-table.tsx";
import { ChargesTable } from "#app/components/money/charges-card.tsx";
import { ChargesChart } from "#app/components/money/charges-chart.tsx";
import { EditionsTable } from "#app/components/money/editions-card.tsx";
import { EditionsChart } from "#app/components/money/editions-chart.tsx";
import { FundingChart } from "#app/components/money/funding-chart.tsx";
import { MonthsTable } from "#app/components/money/months-card.tsx";
import { MonthsChart } from "#app/components/money/months-chart.tsx";
import { OwedChart } from "#app/components/money/owed-chart.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import {
  daysReport,
  ledgerReport,
  parseAccountFile,
  previewReport,
  statementReport,
  toDate,
} from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { fundingDays } from "#app/services/account/show-ledger.server.ts";
import { date } from "#test/factories/account.ts";
import { accountFiles } from "#test/factories/random-account.ts";
import { previewCommand } from "../../../cli/commands/preview.ts";
import { statementCommand } from "../../../cli/commands/statement.ts";

const { money } = translatorFor("en");

const html = (element: ReactElement): string =>
  renderToStaticMarkup(createElement(TranslatorProvider, { locale: "en" }, element));
/** What the marks of a picture stand for, in all its widths. */
const drawnIn = (picture: string): string[] =>
  [...picture.matchAll(/data-amount="([^"]+)"/g)].flatMap(([, amounts = ""]) => amounts.split(" "));
/** Amounts as a reader sees them. */
const shownIn = (text: string): string[] => text.match(/\$[\d,]+\.\d\d/g) ?? [];
/** Every text in a report, as the command prints it. */
const printedIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(printedIn)
      : [];
const made = (
  command: typeof previewCommand,
  ...[account, on]: [Parameters<typeof previewReport>[0], string]
) => {
  const outcome = command.make(account as never, { on, from: on, to: on });
  if (outcome.outcome !== "made") throw new Error(outcome.problems.join(" "));
  return printedIn(outcome.report);
};

/** Random accounts on random days of their first two years. */
const seen = fc.tuple(accountFiles(), fc.integer({ min: 65, max: 560 })).map(([file, day]) => {
  // Without a running contract no new action is forecast, and every month to come would be the same.
  const parsed = parseAccountFile({ ...file, contracts: null });
  if (parsed.outcome !== "parsed") throw new Error("The file is not read.");
  return { account: parsed.account, on: date("2026-01-01").add({ days: day }) };
});

describe("each number that is drawn", () => {
  it("on Home is in the table beside it and in `settled preview`", () => {
    fc.assert(
      fc.property(seen, ({ account, on }) => {
        const days = daysReport(account, { on });
        const drawn = drawnIn(html(createElement(ChargesChart, { days, finding: "", nextBound: null })));
        const table = new Set(shownIn(html(createElement(ChargesTable, { days, nextBound: null }))));
        const printed = new Set(made(previewCommand, account, on.toString()));
        for (const amount of drawn) {
          expect(printed).toContain(amount);
          // The pace is a sentence of its own and no bar of a day.
          if (amount !== days.pace?.perDay) expect(table).toContain(money(amount, "USD"));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of the months and of the month building up is in its table and in `settled preview`", () => {
    fc.assert(
      fc.property(seen, ({ account, on }) => {
        const preview = previewReport(account, { on, months: 12 });
        const printed = new Set(made(previewCommand, account, on.toString()));
        const months = html(createElement(MonthsChart, { preview, finding: "" }));
        const tableText = html(createElement(MonthsTable, { preview }));
        const table = new Set(shownIn(tableText));
        for (const amount of drawnIn(months)) {
          expect(printed).toContain(amount);
          // A month without a fee is drawn as nothing, and said in words; of one that may have none the range says so (G4).
          if (amount === "0.00") expect(tableText).toMatch(/No fee|\$0\.00 to \$/);
          else expect(table).toContain(money(amount, "USD"));
        }
        const { buildUp, editionLines } = preview;
        if (editionLines !== null) {
          const lines = html(createElement(EditionsChart, { preview, lines: editionLines, finding: "" }));
          const fees = new Set(shownIn(html(createElement(EditionsTable, { preview }))));
          for (const amount of drawnIn(lines)) {
            expect(printed).toContain(amount);
            expect(fees).toContain(money(amount, "USD"));
          }
        }
        if (buildUp === null) return;
        const picture = html(createElement(BuildUpChart, { preview, buildUp, finding: "" }));
        const rows = new Set(
          shownIn(html(createElement(BuildUpTable, { buildUp, asOf: preview.asOf, currency: "USD" }))),
        );
        // Each point says its day's row.
        const said = /aria-valuetext="([^"]*)"/.exec(picture)?.[1] ?? "";
        for (const amount of shownIn(said)) expect(rows).toContain(amount);
        for (const { base, share } of buildUp.days) {
          expect(printed).toContain(base);
          expect(printed).toContain(share);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of the ledger is a day's in `settled statement`, and its sums are those of the days", () => {
    fc.assert(
      fc.property(seen, ({ account, on }) => {
        const from = toDate(account.signedUpOn);
        const to = on.add({ days: 40 });
        const statement = statementReport(account, { from, to, on, everyDay: false });
        const asOf = on.toString();
        const open = new Set(statement.days.map((day) => day.date.slice(0, 7)));
        const ledger = ledgerReport(statement, { asOf, to: to.toString(), open });
        const days = fundingDays(statement, ledger);
        const charged = html(
          createElement(FundingChart, {
            days,
            from: asOf,
            to: to.toString(),
            asOf,
            currency: "USD",
            finding: "",
            entered: null,
          }),
        );
        const outcome = statementCommand.make(account, {
          from: from.toString(),
          to: to.toString(),
          on: asOf,
        });
        if (outcome.outcome !== "made") throw new Error(outcome.problems.join(" "));
        const printed = new Set(printedIn(outcome.report));
        for (const amount of drawnIn(charged)) expect(printed).toContain(amount);
        // What is past and what is expected are two sums, and the same ones as the command's.
        if (ledger.hasBalance) {
          expect(ledger.pastSums.card).toBe(statement.past.cardCharge);
          expect(ledger.pastSums.deduction).toBe(statement.past.deduction);
          expect(ledger.expectedSums.card).toBe(statement.expected.cardCharge);
        }
        const cents = (amount: string | null) => Math.round(Number(amount) * 100);
        const sum = (of: (month: (typeof ledger.months)[number]) => string | null) =>
          ledger.months.reduce((total, month) => total + cents(of(month)), 0);
        expect(sum((month) => month.newlyOwed)).toBe(cents(ledger.pastSums.newlyOwed));
        expect(sum((month) => month.card)).toBe(cents(ledger.pastSums.card));
        for (const month of ledger.months) {
          const rows = month.rows ?? [];
          expect(rows.reduce((total, row) => total + cents(row.newlyOwed), 0)).toBe(cents(month.newlyOwed));
        }
        const owed = drawnIn(html(createElement(OwedChart, { ledger, finding: "" })));
        const monthly = new Set(ledger.months.flatMap(({ commissions, fee }) => [commissions, fee]));
        const ahead = new Set(ledger.expected.flatMap((row) => (row.kind === "day" ? [row.fee] : [])));
        for (const amount of owed) expect(monthly.has(amount) || ahead.has(amount)).toBe(true);
        // Each fee that is expected after this month is drawn, once.
        const feesAhead = [...ahead].filter((fee) => fee !== null && /[1-9]/.test(fee));
        for (const fee of feesAhead) expect(owed).toContain(fee);
      }),
      { numRuns: 25 },
    );
  });
});
