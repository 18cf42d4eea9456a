import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import { type Assumption, listAssumptions } from "../assumptions.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import { type Billing, billingFor, missingAmounts, type PlanChoice } from "../fees/billing.ts";
import { dayNotes, type NoteContext } from "../ledger/day-notes.ts";
import { alreadyOwed } from "../ledger/opening-state.ts";
import { type Statement, statement } from "../ledger/statement.ts";
import { statementAssumptions } from "../ledger/statement-assumptions.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { Note } from "../text.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { type PlanUsed, planUsed } from "./plan-used.ts";
import type { SummarisedAccount } from "./preview-report.ts";

/** Amounts are decimal strings, null = not known. */
export type StatementDayJson = {
  date: string;
  opening: string | null;
  payable: string | null;
  deduction: string | null;
  /** 0 on the day of the stated balance, on which no charge is a fact (D4): there see `stillToCollect`. */
  cardCharge: string | null;
  closing: string | null;
  /** All that became owed that day, covered or not (`payable` is what the opening balance does not cover). */
  newlyOwed: string | null;
  /** What is known without a balance: commissions tracked, reversed and locking, and the fee charged. */
  commissions: string | null;
  reversed: string | null;
  locking: string | null;
  fee: string | null;
  /** The fee deducted from the funding account, and what of the newly owed the balance covers. */
  feeDeducted: string | null;
  covered: string | null;
  /** What impact.com must still collect on the day the balance was stated, if it has not already (D4). */
  stillToCollect: string | null;
  projected: boolean;
  notes: Note[];
};

export type StatementTotals = { cardCharge: string | null; deduction: string | null };

export type OpeningJson = { date: string; balance: string; commissions: string; fees: string };

export type StatementReport = {
  currency: string;
  days: StatementDayJson[];
  totals: StatementTotals;
  /** The same of the days up to the one it is seen from, and of those after it: facts and forecasts are no one sum. */
  past: StatementTotals;
  expected: StatementTotals;
  /** The stated balance and what was already owed at the start of its day; null where none is known (D4). */
  opening: OpeningJson | null;
  /** What the whole statement lacks, e.g. days before the balance was read. */
  notes: Note[];
  /** What could not be read of the lists behind the figures: they are then at least what is shown. */
  unread: Note[];
  plan: PlanUsed;
  assumptions: Assumption[];
};

export type StatementOptions = {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** Days after it are projected. */
  on: Temporal.PlainDate;
  everyDay: boolean;
} & PlanChoice;

/** The funding account statement of issue "billing core", from everything the account's file holds. */
export function statementReport(
  account: Account | SummarisedAccount,
  options: StatementOptions,
): StatementReport {
  const totals = "totals" in account ? account.totals : totalsOf(account.actions);
  const billing = billingFor(account, totals, toDay(options.on), {}, options);
  const range = { from: toDay(options.from), to: toDay(options.to), everyDay: options.everyDay };
  const made = statement(billing, range);
  const context: NoteContext = {
    currency: account.currency,
    plan: billing.amounts,
    milestones: made.milestones,
    missing: missingAmounts(billing),
    statedOn: account.fundingBalance?.asOf ?? null,
  };
  return {
    currency: account.currency,
    days: made.days.map((day) => dayJson(context, day, billing)),
    totals: totalsIn(billing, made, () => true),
    past: totalsIn(billing, made, (day) => day <= billing.on),
    expected: totalsIn(billing, made, (day) => day > billing.on),
    opening: openingJson(billing, made),
    notes: statementNotes(billing, made, range.from),
    unread: unreadNotes(account, FIGURE_LISTS),
    plan: planUsed(billing),
    assumptions: listAssumptions(statementAssumptions(billing, made)),
  };
}

function dayJson(context: NoteContext, day: StatementDay, { facts, totals, on }: Billing): StatementDayJson {
  const { amounts } = day;
  const { currency } = context;
  const isStated = isStatedDay(facts, day.day);
  return {
    date: isoDay(day.day),
    opening: amounts && formatMinor(amounts.opening, currency),
    payable: amounts && formatMinor(amounts.payable, currency),
    deduction: amounts && formatMinor(amounts.deduction, currency),
    cardCharge: amounts && formatMinor(isStated ? 0 : amounts.cardCharge, currency),
    closing: amounts && formatMinor(amounts.closing, currency),
    newlyOwed: totals && formatMinor(day.costs + day.feeCharged, currency),
    commissions: totals && formatMinor(day.costs, currency),
    reversed: totals && formatMinor(day.reversed, currency),
    locking: totals && formatMinor(day.locking, currency),
    fee: totals && formatMinor(day.feeCharged, currency),
    feeDeducted: totals && formatMinor(day.feeSettled, currency),
    covered: amounts && formatMinor(Math.max(0, day.costs + day.feeCharged - amounts.payable), currency),
    stillToCollect: isStated && amounts ? formatMinor(amounts.cardCharge, currency) : null,
    projected: day.day > on,
    notes: dayNotes(context, day),
  };
}

/** The day whose balance is the merchant's own figure. */
const isStatedDay = ({ fundingBalance }: Billing["facts"], day: Day): boolean => fundingBalance?.asOf === day;

function totalsIn(
  { facts, totals }: Billing,
  { days, startsOn, to }: Statement,
  within: (day: Day) => boolean,
): StatementTotals {
  // Nothing known is not a sum of nothing.
  if (facts.fundingBalance === null || totals === null || startsOn > to)
    return { cardCharge: null, deduction: null };
  const sums = { cardCharge: 0, deduction: 0 };
  for (const { day, amounts } of days) {
    if (!within(day) || amounts === null) continue;
    if (!isStatedDay(facts, day)) sums.cardCharge += amounts.cardCharge;
    sums.deduction += amounts.deduction;
  }
  return {
    cardCharge: formatMinor(sums.cardCharge, facts.currency),
    deduction: formatMinor(sums.deduction, facts.currency),
  };
}

function openingJson({ facts, totals }: Billing, { fees }: Statement): OpeningJson | null {
  const { fundingBalance, currency } = facts;
  if (fundingBalance === null || totals === null) return null;
  const owed = alreadyOwed(fundingBalance.asOf, totals, fees);
  return {
    date: isoDay(fundingBalance.asOf),
    balance: formatMinor(fundingBalance.amount, currency),
    commissions: formatMinor(owed.commissions, currency),
    fees: formatMinor(owed.fees, currency),
  };
}

function statementNotes({ facts, totals }: Billing, { startsOn }: Statement, from: number): Note[] {
  const notes: Note[] = [];
  if (facts.kind === "partner") notes.push({ id: "core.statement.partner" });
  if (facts.fundingBalance === null) notes.push({ id: "core.statement.noBalance" });
  else if (startsOn > from)
    notes.push({ id: "core.statement.startsLater", values: { startsOn: isoDay(startsOn) } });
  if (totals === null) notes.push({ id: "core.statement.noActions" });
  return notes;
}
