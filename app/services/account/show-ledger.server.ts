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
import { loadSummary, paysKnownFee } from "./load-account.server.ts";

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

/**
 * The ledger from sign-up to the day the next fee is deducted: the report of `settled statement`, by months. `open` names
 * the months whose days are wanted; without any, the newest month and the first expected days are open.
 */
export async function showLedger(
  input: { shop: string; open?: readonly string[] },
  deps: Pick<Deps, "db" | "clock">,
) {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  if (view.assembled.outcome !== "ready") return { view, ledger: null, statement: null, pace: null };
  const { account, signedUpOn } = view.assembled;
  // Only a brand has a funding account, and without its plan the fees in it are not known.
  if (!paysKnownFee(view)) return { view, ledger: null, statement: null, pace: null };
  const on = view.today;
  // A fee is deducted the day after it is charged (S3).
  const to = nextFeeDate(signedUpOn, on).add({ days: 1 });
  const statement = statementReport(account, { from: signedUpOn, to, on, everyDay: false });
  const open = new Set(input.open ?? [on.toString().slice(0, 7)]);
  const ledger = ledgerReport(statement, { asOf: on.toString(), to: to.toString(), open });
  // What the forecast leaves out, said beside its sum.
  const { pace } = daysReport(account, { on });
  return { view, ledger, statement, pace: pace?.perDay ?? null };
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
