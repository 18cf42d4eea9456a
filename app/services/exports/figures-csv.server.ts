import type { Temporal } from "temporal-polyfill";
import { daysReport, type PreviewReport, previewReport, type StatementReport } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { loadSummary, paysKnownFee, type SummaryView } from "../account/load-account.server.ts";
import { showLedger } from "../account/show-ledger.server.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import type { Deps } from "../deps.ts";
import { type Cell, csvLines, plain } from "./csv.ts";
import { unreadLines } from "./unread-lines.ts";

/** The tables of the pages with figures, each as a file of the same name. */
export const FIGURE_TABLES = ["charges", "months", "build-up", "editions", "ledger"] as const;
export type FigureTable = (typeof FIGURE_TABLES)[number];

type Sheet = { head: string[]; rows: Cell[][] };
type Whole = Sheet & { unread: UnreadList[] };
type Words = Pick<Translator, "t" | "note">;

/**
 * A table of the pages for a spreadsheet: the same figures, amounts and days as plain numbers, the oldest first. Null
 * where the page has no such table.
 */
export async function figuresCsv(
  { shop, table }: { shop: string; table: FigureTable },
  words: Words,
  deps: Pick<Deps, "db" | "clock">,
): Promise<Uint8Array | null> {
  const sheet =
    table === "ledger" ? await ledgerSheet(shop, words, deps) : await previewSheet(shop, table, words, deps);
  return sheet && csvLines([...sheet.rows, ...unreadLines(sheet.unread, words)], sheet.head);
}

async function ledgerSheet(
  shop: string,
  words: Words,
  deps: Pick<Deps, "db" | "clock">,
): Promise<Whole | null> {
  const shown = await showLedger({ shop }, deps);
  return shown?.statement ? { ...statementSheet(shown.statement, words), unread: shown.view.unread } : null;
}

async function previewSheet(
  shop: string,
  table: Exclude<FigureTable, "ledger">,
  { t }: Words,
  deps: Pick<Deps, "db" | "clock">,
): Promise<Whole | null> {
  const view = await loadSummary({ shop }, deps);
  const account = view && readyAccount(view);
  const sheet = account && sheetOf(account, table, view.today, t);
  return sheet && { ...sheet, unread: view.unread };
}

function sheetOf(
  account: NonNullable<ReturnType<typeof readyAccount>>,
  table: Exclude<FigureTable, "ledger">,
  on: Temporal.PlainDate,
  t: Translator["t"],
): Sheet | null {
  if (table === "charges") return chargesSheet(daysReport(account, { on }), t);
  const preview = previewReport(account, { on, months: MONTHS });
  switch (table) {
    case "months":
      return monthsSheet(preview, t);
    case "build-up":
      return buildUpSheet(preview, t);
    case "editions":
      return editionsSheet(preview, t);
  }
}

const MONTHS = 12;

function readyAccount(view: SummaryView) {
  return view.assembled.outcome === "ready" && paysKnownFee(view) ? view.assembled.account : null;
}

function chargesSheet({ days, currency }: ReturnType<typeof daysReport>, t: Translator["t"]): Sheet {
  return {
    head: [
      t("charges.day"),
      t("charges.commissions"),
      t("charges.fee"),
      t("charges.sum"),
      t("charges.card"),
      t("figures.state"),
      t("export.csv.currency"),
    ],
    rows: days.map(({ date, commissions, fee, sum, card, expected }) => [
      plain(date),
      plain(commissions),
      plain(fee),
      plain(sum),
      plain(card),
      t(expected ? "chart.expected" : "chart.past"),
      currency,
    ]),
  };
}

function monthsSheet({ past, thisMonth, months, year, currency }: PreviewReport, t: Translator["t"]): Sheet {
  const ahead = [thisMonth, ...months].slice(0, MONTHS);
  return {
    head: [
      t("months.col.month"),
      t("months.likely"),
      t("figures.low"),
      t("figures.high"),
      t("months.col.charged"),
      t("months.col.commissions"),
      t("figures.state"),
      t("export.csv.currency"),
    ],
    rows: [
      ...past.fees.map(({ month, fee, chargedOn }): Cell[] => [
        month,
        plain(fee),
        plain(fee),
        plain(fee),
        plain(chargedOn),
        null,
        t("chart.past"),
        currency,
      ]),
      ...ahead.map(({ month, fee, chargedOn, partnerCost }): Cell[] => [
        month,
        plain(fee.likely),
        plain(fee.low),
        plain(fee.high),
        plain(chargedOn),
        plain(partnerCost),
        t("chart.expected"),
        currency,
      ]),
      ...(year
        ? [
            [
              t("months.sum"),
              plain(year.fee.likely),
              plain(year.fee.low),
              plain(year.fee.high),
              null,
              plain(year.partnerCost),
              t("chart.expected"),
              currency,
            ],
          ]
        : []),
    ],
  };
}

function buildUpSheet({ buildUp, asOf, currency }: PreviewReport, t: Translator["t"]): Sheet | null {
  if (!buildUp) return null;
  return {
    head: [
      t("charges.day"),
      t("fees.base"),
      t("buildUp.share"),
      t("figures.state"),
      t("export.csv.currency"),
    ],
    rows: buildUp.days.map(({ date, base, share }) => [
      plain(date),
      plain(base),
      plain(share),
      t(date > asOf ? "chart.expected" : "chart.past"),
      currency,
    ]),
  };
}

function editionsSheet({ editionLines, currency }: PreviewReport, t: Translator["t"]): Sheet | null {
  if (!editionLines) return null;
  return {
    head: [t("editions.name"), t("editions.revenue"), t("editions.fee"), t("export.csv.currency")],
    rows: editionLines.flatMap(({ edition, points }) =>
      points.map(({ revenue, fee }): Cell[] => [t(`plan.${edition}`), plain(revenue), plain(fee), currency]),
    ),
  };
}

/** Every day with all its amounts, from the opening balance on: what a bookkeeper adds up. */
function statementSheet({ days, opening, currency }: StatementReport, { t, note }: Words): Sheet {
  return {
    head: [
      t("ledger.col.day"),
      t("figures.opening"),
      t("ledger.col.owed"),
      t("ledger.col.commissions"),
      t("ledger.col.fee"),
      t("figures.reversed"),
      t("ledger.col.locking"),
      t("ledger.col.card"),
      t("ledger.col.fromBalance"),
      t("ledger.col.balance"),
      t("figures.state"),
      t("export.csv.currency"),
      t("ledger.col.what"),
    ],
    rows: [
      ...(opening
        ? [
            [
              plain(opening.date),
              plain(opening.balance),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              plain(opening.balance),
              t("figures.stated"),
              currency,
              t("ledger.opening", {
                commissions: opening.commissions,
                fees: opening.fees,
                balance: opening.balance,
              }),
            ],
          ]
        : []),
      ...days.map((day): Cell[] => [
        plain(day.date),
        plain(day.opening),
        plain(day.newlyOwed),
        plain(day.commissions),
        plain(day.fee),
        plain(day.reversed),
        plain(day.locking),
        plain(day.cardCharge),
        plain(day.deduction),
        plain(day.closing),
        t(day.projected ? "chart.expected" : "chart.past"),
        currency,
        day.notes.map(note).join(" · "),
      ]),
    ],
  };
}
