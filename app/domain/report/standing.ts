import type { Temporal } from "temporal-polyfill";
import type { Account, WholeAccount } from "../account/account.ts";
import { type Day, isoDay, LAST_DAY, toDay } from "../day.ts";
import { type Billing, billingFor, type PlanChoice } from "../fees/billing.ts";
import { newlyTracked } from "../fees/estimate.ts";
import { feeForecaster, reckonedFee } from "../fees/fee-forecast.ts";
import { firstFee, firstFeeMonth, nextFeeDate } from "../fees/first-fee.ts";
import { HISTORY_MONTHS, historyMonths, pacesOf } from "../fees/pace.ts";
import { feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";
import { formatMinor } from "../money/decimal.ts";
import { proportion } from "../money/share.ts";
import { isoMonth, monthOf } from "../month.ts";
import { YEAR_MONTHS } from "../preview/year.ts";
import { monthSeries } from "../totals/month-series.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { hasUnread, leastBound, shownFee } from "./bound.ts";
import { overdueOn } from "./overdue.ts";
import type { SummarisedAccount } from "./preview-report.ts";
import type { OverdueReport, StandingFee, StandingReport } from "./standing-json.ts";

/** Days a merchant recognises on a card statement: this one and the 29 before it. */
const LOOK_BACK_DAYS = 30;
const WEEK_DAYS = 7;

/**
 * Where an account stands on the day `on`: the one answer that every page, mail, event and command words. The card is
 * charged for two things that are never one figure (D2, S3): the fee on the 1st, and commissions as actions are tracked.
 */
export function standingReport(
  account: Account | SummarisedAccount,
  options: { on: Temporal.PlainDate } & PlanChoice,
): StandingReport {
  const on = toDay(options.on);
  const totals = "totals" in account ? account.totals : totalsOf(account.actions, on);
  const billing = billingFor(account, totals, on, {}, options);
  return {
    asOf: isoDay(on),
    currency: account.currency,
    fee: feeOf(billing),
    commissions: commissionsOf(billing),
    cardToday: cardToday(billing),
    overdue: overdueOn(account, on),
    staying: stayingOf(billing),
  };
}

/** Of it what impact.com's invoices say alone: known before the merchant has entered when they signed up. */
export const overdueReport = (
  account: Pick<WholeAccount, "invoices" | "currency">,
  options: { on: Temporal.PlainDate },
): OverdueReport => {
  const on = toDay(options.on);
  return { asOf: isoDay(on), currency: account.currency, overdue: overdueOn(account, on) };
};

function feeOf(billing: Billing): StandingReport["fee"] {
  const { facts, on } = billing;
  // A partner pays no fee (S2).
  if (facts.kind === "partner") return { today: null, next: null, earlierOn: null };
  const { earliest, expected } = firstFee(facts.signedUpOn);
  const isFeeDay = on >= expected && isFirstOfMonth(on);
  return {
    today: isFeeDay ? feeChargedOn(billing, on) : null,
    next: feeChargedOn(billing, nextFeeDate(facts.signedUpOn, on)),
    earlierOn: earliest < expected && earliest > on ? isoDay(earliest) : null,
  };
}

/** The likely fee, or the least it can be. */
function feeChargedOn(billing: Billing, day: Day): StandingFee {
  const month = monthOf(day) - 1;
  const fee = feeForecaster(billing)(month);
  return {
    ...shownFee(billing, fee),
    date: isoDay(day),
    coveredMonth: isoMonth(month),
  };
}

function commissionsOf(billing: Billing): StandingReport["commissions"] {
  const { facts, totals, on } = billing;
  const isLeast = hasUnread(billing);
  if (totals === null) return { today: null, last30Days: null, last7Days: null, untilNextFee: null, isLeast };
  const money = (minor: number) => formatMinor(minor, facts.currency);
  const lastDays = (days: number) => {
    const from = Math.max(facts.signedUpOn, on - days + 1);
    const owed = totals
      .filter(({ day }) => day >= from && day <= on)
      .reduce((sum, { tracked, undone }) => sum + tracked - undone, 0);
    return { amount: money(owed), from: isoDay(from) };
  };
  const pace = pacesOf(billing, monthSeries(totals, facts.signedUpOn, LAST_DAY), (sums) => sums.tracked);
  return {
    today: money(totals.find(({ day }) => day === on)?.tracked ?? 0),
    last30Days: lastDays(LOOK_BACK_DAYS),
    last7Days: lastDays(WEEK_DAYS),
    isLeast,
    untilNextFee: pace && {
      amount: money(newlyTracked(billing, monthOf(on), pace.likely)),
      from: isoDay(on + 1),
    },
  };
}

/** The stated balance is the merchant's own figure of its day, on which no charge is a fact (D4). */
function cardToday(billing: Billing): string | null {
  const { facts, on } = billing;
  if (facts.fundingBalance === null || facts.fundingBalance.asOf >= on) return null;
  const amounts = rollFundingAccount(billing, feeEvents(billing, on), on, on)[0]?.amounts;
  return amounts ? formatMinor(amounts.cardCharge, facts.currency) : null;
}

function stayingOf(billing: Billing): StandingReport["staying"] {
  const { facts, amounts } = billing;
  const money = (minor: number) => formatMinor(minor, facts.currency);
  const forecast = feeForecaster(billing);
  const months =
    facts.kind === "partner" || billing.totals === null ? [] : historyMonths(billing).slice(-HISTORY_MONTHS);
  const sum = months.reduce((total, month) => total + reckonedFee(billing, forecast(month)), 0);
  const usual = months.length < HISTORY_MONTHS ? 0 : proportion(sum, 1, months.length);
  // The part-month of sign-up has no fee: the twelve months from then on have eleven.
  const feeMonths = YEAR_MONTHS - Math.max(0, firstFeeMonth(facts.signedUpOn) - monthOf(billing.on));
  return {
    minimum: {
      perMonth: money(amounts.minimumFee),
      perYear: money(amounts.minimumFee * feeMonths),
      bound: leastBound(billing, amounts.minimumFee),
    },
    lastMonths: usual > amounts.minimumFee ? { perMonth: money(usual) } : null,
  };
}

const isFirstOfMonth = (day: Day): boolean => monthOf(day - 1) !== monthOf(day);
