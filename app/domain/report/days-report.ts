import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { runningContracts } from "../account/open-items.ts";
import { type Day, isoDay, LAST_DAY, toDay } from "../day.ts";
import { type Billing, billingFor, type PlanChoice } from "../fees/billing.ts";
import { nextFeeDate } from "../fees/first-fee.ts";
import { HISTORY_MONTHS, historyMonths, pacesOf } from "../fees/pace.ts";
import { feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";
import { formatMinor } from "../money/decimal.ts";
import { proportion } from "../money/share.ts";
import { isoMonth } from "../month.ts";
import { monthSeries } from "../totals/month-series.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { hasUnread } from "./bound.ts";
import type { SummarisedAccount } from "./preview-report.ts";

/** A day on which something is charged, as decimal strings: commissions of actions tracked that day that still stand. */
export type ChargeDayJson = {
  date: string;
  commissions: string;
  fee: string;
  sum: string;
  /** What the card paid by the ledger; null where no balance is known, or it was stated that very day (D4). */
  card: string | null;
  expected: boolean;
};

/** What an account was charged day by day, and what is expected: the figures of Home's chart and of its table. */
export type DaysReport = {
  asOf: string;
  currency: string;
  from: string;
  to: string;
  /** Days without a charge are left out. */
  days: ChargeDayJson[];
  /** The days of the last thirty, which the headline adds up. */
  last30Days: { from: string; commissions: string; fees: string; sum: string } | null;
  /** Rows that could not be read may add to what is past. */
  isLeast: boolean;
  /** Charges to the card since the balance was stated, by the ledger. */
  card: { since: string; sum: string; commissions: string; fees: string; days: number } | null;
  /** What new actions bring a day, at the pace of these months; null with a shorter history. */
  pace: { perDay: string; from: string; to: string } | null;
};

const DAYS_BEHIND = 35;
const DAYS_AHEAD = 35;
const LAST_DAYS = 30;

export function daysReport(
  account: Account | SummarisedAccount,
  options: { on: Temporal.PlainDate } & PlanChoice,
): DaysReport {
  const on = toDay(options.on);
  const totals = "totals" in account ? account.totals : totalsOf(account.actions, on);
  const billing = billingFor(account, totals, on, {}, options);
  const from = Math.max(account.signedUpOn, on - DAYS_BEHIND);
  const to = Math.min(LAST_DAY, Math.max(on + DAYS_AHEAD, nextFeeDate(account.signedUpOn, on) + 4));
  const money = (minor: number) => formatMinor(minor, account.currency);
  const days = chargeDays(billing, from, to);
  const recent = Math.max(account.signedUpOn, on - LAST_DAYS + 1);
  const ofRecent = days.filter(({ day }) => day >= recent && day <= on);
  return {
    asOf: isoDay(on),
    currency: account.currency,
    from: isoDay(from),
    to: isoDay(to),
    days: days.map(({ day, commissions, fee, card }) => ({
      date: isoDay(day),
      commissions: money(commissions),
      fee: money(fee),
      sum: money(commissions + fee),
      card: card === null ? null : money(card),
      expected: day > on,
    })),
    last30Days: billing.totals && {
      from: isoDay(recent),
      commissions: money(sumOf(ofRecent, ({ commissions }) => commissions)),
      fees: money(sumOf(ofRecent, ({ fee }) => fee)),
      sum: money(sumOf(ofRecent, ({ commissions, fee }) => commissions + fee)),
    },
    isLeast: hasUnread(billing),
    card: cardOf(billing, money),
    pace: paceOf(billing, money),
  };
}

type ChargeDay = { day: Day; commissions: number; fee: number; card: number | null };

function chargeDays(billing: Billing, from: Day, to: Day): ChargeDay[] {
  const { on, facts } = billing;
  const stated = facts.fundingBalance?.asOf ?? null;
  const undone = new Map(billing.totals?.map((row) => [row.day, row.undone]));
  const known = billing.totals === null ? [] : rollFundingAccount(billing, feeEvents(billing, to), from, to);
  return known
    .map(({ day, costs, feeCharged, amounts }): ChargeDay => {
      // Nothing that will be tracked is known; what is, stays owed only where it was not reversed.
      const commissions = day > on ? 0 : costs - (undone.get(day) ?? 0);
      const card = amounts === null || day === stated ? null : amounts.cardCharge;
      return { day, commissions, fee: feeCharged, card };
    })
    .filter(({ commissions, fee, card }) => commissions !== 0 || fee !== 0 || (card ?? 0) !== 0);
}

/** From the day after the one whose balance was stated, on which no charge is a fact (D4). */
function cardOf(billing: Billing, money: (minor: number) => string): DaysReport["card"] {
  const { facts, on, totals } = billing;
  const stated = facts.fundingBalance?.asOf;
  if (stated === undefined || totals === null || stated >= on) return null;
  const rolled = rollFundingAccount(billing, feeEvents(billing, on), stated + 1, on);
  const charged = rolled.filter(({ amounts }) => (amounts?.cardCharge ?? 0) > 0);
  const sum = sumOf(charged, ({ amounts }) => amounts?.cardCharge ?? 0);
  const fees = sumOf(charged, ({ amounts, feeCharged }) => Math.min(feeCharged, amounts?.cardCharge ?? 0));
  return {
    since: isoDay(stated),
    sum: money(sum),
    commissions: money(sum - fees),
    fees: money(fees),
    days: charged.length,
  };
}

function paceOf(billing: Billing, money: (minor: number) => string): DaysReport["pace"] {
  const { totals, facts, on } = billing;
  if (totals === null) return null;
  const pace = pacesOf(billing, monthSeries(totals, facts.signedUpOn, LAST_DAY), (sums) => sums.tracked);
  const months = historyMonths(billing).slice(-HISTORY_MONTHS);
  const [first] = months;
  const last = months.at(-1);
  if (!pace || pace.likely.days === "month" || first === undefined || last === undefined) return null;
  // Without a running contract no new action is tracked (D17).
  const isOver = runningContracts(facts, on)?.length === 0;
  const perDay = isOver ? 0 : proportion(pace.likely.amount, 1, pace.likely.days);
  return { perDay: money(perDay), from: isoMonth(first), to: isoMonth(last) };
}

const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
