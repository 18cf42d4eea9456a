import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import { type Assumption, listAssumptions } from "../assumptions.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import { type Billing, billingFor, missingAmounts, type PlanChoice } from "../fees/billing.ts";
import { dayNotes, type NoteContext } from "../ledger/day-notes.ts";
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
  cardCharge: string | null;
  closing: string | null;
  projected: boolean;
  notes: Note[];
};

export type StatementReport = {
  currency: string;
  days: StatementDayJson[];
  totals: { cardCharge: string | null; deduction: string | null };
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
  };
  return {
    currency: account.currency,
    days: made.days.map((day) => dayJson(context, day, billing.on)),
    totals: { cardCharge: total(billing, made, "cardCharge"), deduction: total(billing, made, "deduction") },
    notes: statementNotes(billing, made, range.from),
    unread: unreadNotes(account, FIGURE_LISTS),
    plan: planUsed(billing),
    assumptions: listAssumptions(statementAssumptions(billing, made)),
  };
}

function dayJson(context: NoteContext, day: StatementDay, on: Day): StatementDayJson {
  const { amounts } = day;
  const { currency } = context;
  return {
    date: isoDay(day.day),
    opening: amounts && formatMinor(amounts.opening, currency),
    payable: amounts && formatMinor(amounts.payable, currency),
    deduction: amounts && formatMinor(amounts.deduction, currency),
    cardCharge: amounts && formatMinor(amounts.cardCharge, currency),
    closing: amounts && formatMinor(amounts.closing, currency),
    projected: day.day > on,
    notes: dayNotes(context, day),
  };
}

function total(
  { facts, totals }: Billing,
  { days, startsOn, to }: Statement,
  key: "cardCharge" | "deduction",
): string | null {
  // Nothing known is not a sum of nothing.
  if (facts.fundingBalance === null || totals === null || startsOn > to) return null;
  let sum = 0;
  for (const { amounts } of days) {
    sum += amounts?.[key] ?? 0;
  }
  return formatMinor(sum, facts.currency);
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
