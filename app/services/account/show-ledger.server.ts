import { Temporal } from "temporal-polyfill";
import {
  daysReport,
  type LedgerReport,
  ledgerReport,
  nextFeeDate,
  type StatementReport,
  statementReport,
} from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadSummary, paysKnownFee, type SummaryView } from "./load-account.server.ts";
import { type KnownClosing, knownClosing } from "./unfinished-request.server.ts";

/** A day of the ledger's chart; days on which nothing moves are left out. */
export type FundingDay = {
  date: string;
  opening: string;
  card: string;
  closing: string;
  fee: string;
  expected: boolean;
};

/** More days than these would be lines without room between them; the table has them all. */
const CHART_DAYS = 92;

type LedgerDeps = Pick<Deps, "db" | "clock">;

/**
 * The ledger from sign-up to the day the next fee is deducted: the report of `settled statement`, by months. `open` names
 * the months whose days are wanted; without any, the newest month and the first expected days are open.
 */
export async function showLedger(input: { shop: string; open?: readonly string[] }, deps: LedgerDeps) {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  const open = new Set(input.open ?? [monthOf(view.today)]);
  return ledgerOn({ view, on: view.today, open, closing: await knownClosing(view, deps.db) });
}

/**
 * The same as far as it is known: nothing that was never looked at is told as past. `all`: with the days of every month,
 * else with those of the last two.
 */
export async function showKnownLedger(input: { shop: string; all: boolean }, deps: LedgerDeps) {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  const on = lastSeenOn(view);
  const open = input.all ? ("all" as const) : new Set([monthOf(on), monthOf(on.subtract({ months: 1 }))]);
  return ledgerOn({ view, on, open, closing: await knownClosing(view, deps.db) });
}

/** The day of the last look at impact.com; where it was never looked at, all is the merchant's word of today. */
function lastSeenOn({ checkedAt, timeZone, today }: SummaryView): Temporal.PlainDate {
  return checkedAt?.toZonedDateTimeISO(timeZone).toPlainDate() ?? today;
}

const monthOf = (day: Temporal.PlainDate): string => day.toString().slice(0, 7);

type LedgerInput = {
  view: SummaryView;
  on: Temporal.PlainDate;
  open: ReadonlySet<string> | "all";
  closing: KnownClosing | null;
};

function ledgerOn({ view, on, open, closing }: LedgerInput) {
  // Only a brand has a funding account, and without its plan the fees in it are not known.
  if (view.assembled.outcome !== "ready" || !paysKnownFee(view))
    return { view, closing, ledger: null, statement: null, pace: null };
  const { account, signedUpOn } = view.assembled;
  if (Temporal.PlainDate.compare(on, signedUpOn) < 0)
    return { view, closing, ledger: null, statement: null, pace: null };
  // A fee is deducted the day after it is charged (S3); of a closed account nothing is expected.
  const to = closing ? on : nextFeeDate(signedUpOn, view.today).add({ days: 1 });
  const statement = statementReport(account, { from: signedUpOn, to, on, everyDay: false });
  const months = open === "all" ? new Set(statement.days.map(({ date }) => date.slice(0, 7))) : open;
  const ledger = ledgerReport(statement, { asOf: on.toString(), to: to.toString(), open: months });
  // What the forecast leaves out, said beside its sum.
  const { pace } = daysReport(account, { on });
  return { view, closing, ledger, statement, pace: pace?.perDay ?? null };
}

/** The days of the chart: those of the last three months, and those to come. */
export function fundingDays({ days }: StatementReport, { asOf }: LedgerReport): FundingDay[] {
  const from = Temporal.PlainDate.from(asOf).subtract({ days: CHART_DAYS }).toString();
  return days.flatMap(({ date, opening, cardCharge, closing, fee, projected }) =>
    date < from || opening === null || cardCharge === null || closing === null
      ? []
      : [{ date, opening, card: cardCharge, closing, fee: fee ?? "0", expected: projected }],
  );
}
