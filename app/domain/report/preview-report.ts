import type { Temporal } from "temporal-polyfill";
import type { Account, AccountFacts } from "../account/account.ts";
import type { DailyTotals } from "../account/daily-totals.ts";
import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import { listAssumptions } from "../assumptions.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import { type Billing, billingFor, type PlanChoice, type WhatIf } from "../fees/billing.ts";
import type { FeeForecast, FeeRange } from "../fees/fee-forecast.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor, parseDecimal } from "../money/decimal.ts";
import { isoMonth } from "../month.ts";
import type { PlanComparison } from "../preview/compare-plans.ts";
import type { MonthForecast } from "../preview/month-forecast.ts";
import { preview } from "../preview/preview.ts";
import { previewAssumptions } from "../preview/preview-assumptions.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { shownFee } from "./bound.ts";
import { planUsed } from "./plan-used.ts";
import { baseJson, chartsJson } from "./preview-charts.ts";
import type { FeeRangeJson, PlanJson, PreviewMonthJson, PreviewReport } from "./preview-json.ts";
import { chargeNote, methodNote } from "./preview-notes.ts";

export type PreviewOptions = {
  on: Temporal.PlainDate;
  /** Months to come after this one; 12 unless told. */
  months?: number;
  /** What-if change of new revenue in percent, e.g. 10 or -12.5. */
  revenueChange?: number;
  /** What if new actions brought this much revenue in a full month, as a decimal string. */
  revenueAMonth?: string;
  contractsEnd?: Temporal.PlainDate;
  close?: Temporal.PlainDate;
} & PlanChoice;

/** An account whose actions were added up by day (`summariseActions`) and are kept nowhere else. */
export type SummarisedAccount = AccountFacts & { totals: DailyTotals | null };

/** The fee preview; actions tracked after `on` are not known on that day and do not count. */
export function previewReport(account: Account | SummarisedAccount, options: PreviewOptions): PreviewReport {
  if ("totals" in account) return previewFromTotals(account, account.totals, options);
  const totals = totalsOf(account.actions, toDay(options.on));
  return previewFromTotals(account, totals, options);
}

/** The same preview from daily totals: its cost does not depend on how many actions they stand for. */
export function previewFromTotals(
  facts: AccountFacts,
  totals: DailyTotals | null,
  options: PreviewOptions,
): PreviewReport {
  const billing = billingFor(facts, totals, toDay(options.on), whatIfOf(options, facts.currency), options);
  const made = preview(billing, options.months ?? 12, options);
  const money = (minor: number) => formatMinor(minor, facts.currency);
  const { thisMonth, nextCardCharge: charge, usual } = made;
  const unread = unreadNotes(facts, FIGURE_LISTS);
  const range = (fee: FeeForecast) => (unread.length > 0 ? leastJson(fee, money) : rangeJson(fee, money));
  return {
    asOf: isoDay(billing.on),
    currency: facts.currency,
    thisMonth: {
      month: isoMonth(thisMonth.fee.month),
      lockedRevenue: orNull(made.lockedRevenue, money),
      ...baseJson(billing, thisMonth.fee, money),
      fee: range(thisMonth.fee),
      shown: shownFee(billing, thisMonth.fee),
      rule: made.rule,
      method: methodNote(billing, thisMonth.fee),
      partnerCost: orNull(thisMonth.partnerCost, money),
      chargedOn: orNull(thisMonth.chargedOn, isoDay),
      settledOn: thisMonth.chargedOn === null ? null : isoDay(thisMonth.chargedOn + 1),
    },
    firstFee: { earliest: isoDay(made.firstFee.earliest), expected: isoDay(made.firstFee.expected) },
    ...chartsJson(billing, made, money),
    nextCardCharge: charge && {
      date: isoDay(charge.day),
      amount: money(charge.amount),
      because: chargeNote(billing, charge),
    },
    breakEvenRevenue: orNull(made.breakEvenRevenue, money),
    months: made.months.map((month) => ({ ...monthJson(billing, month, money), fee: range(month.fee) })),
    usualMonth: usual && { revenue: money(usual.revenue), payout: money(usual.payout), from: usual.from },
    plans: made.plans.map((plan) => planJson(plan, money)),
    unread,
    plan: planUsed(billing),
    assumptions: listAssumptions(previewAssumptions(billing, made)),
  };
}

function whatIfOf(
  { revenueChange, revenueAMonth, contractsEnd, close }: PreviewOptions,
  currency: Currency,
): WhatIf {
  const amount = revenueAMonth === undefined ? null : parseDecimal(revenueAMonth, currency);
  if (amount?.outcome === "refused") throw new RangeError(`${revenueAMonth} is no amount of ${currency}`);
  return {
    ...(amount && { revenueAMonth: amount.minor }),
    ...(revenueChange !== undefined && { revenueChangePpm: Math.round(revenueChange * 10_000) }),
    ...(contractsEnd && { contractsEnd: toDay(contractsEnd) }),
    ...(close && { close: toDay(close) }),
  };
}

type Money = (minor: number) => string;

function rangeJson(range: FeeRange, money: Money): FeeRangeJson {
  return { low: money(range.low), likely: orNull(range.likely, money), high: orNull(range.high, money) };
}

/** What rows that could not be read leave certain of a fee: the least of it. A month without a fee has none all the same. */
function leastJson(fee: FeeForecast, money: Money): FeeRangeJson {
  return fee.method === "none" ? rangeJson(fee, money) : { low: money(fee.least), likely: null, high: null };
}

function monthJson(billing: Billing, month: MonthForecast, money: Money): Omit<PreviewMonthJson, "fee"> {
  return {
    month: isoMonth(month.fee.month),
    method: methodNote(billing, month.fee),
    shown: shownFee(billing, month.fee),
    chargedOn: orNull(month.chargedOn, isoDay),
    partnerCost: orNull(month.partnerCost, money),
    cardCharges: orNull(month.cardCharges, money),
  };
}

function planJson({ plan, amounts, current, fee }: PlanComparison, money: Money): PlanJson {
  return {
    edition: plan.edition,
    version: plan.version,
    current,
    fee: orNull(fee, money),
    minimumFee: money(amounts.minimumFee),
    buffer: money(amounts.buffer),
    note: { id: `core.plan.${plan.edition}` },
  };
}

function orNull<T extends number | Day>(value: T | null, write: (value: T) => string): string | null {
  return value === null ? null : write(value);
}
