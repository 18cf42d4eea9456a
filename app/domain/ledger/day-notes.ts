import { type Day, isoDay } from "../day.ts";
import type { MissingAmounts } from "../fees/billing.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { isoMonth, monthOf } from "../month.ts";
import type { PlanAmounts } from "../plans/plan-amounts.ts";
import type { Note } from "../text.ts";
import type { Milestones } from "./milestones.ts";
import type { StatementDay } from "./statement-day.ts";

/** What a day's notes are written with. */
export type NoteContext = {
  currency: Currency;
  plan: PlanAmounts;
  milestones: Milestones;
  missing: MissingAmounts;
  /** The day whose balance the merchant stated: on it no charge is a fact (D4). */
  statedOn: Day | null;
};

/** What happened on a day, in words. */
export function dayNotes(context: NoteContext, day: StatementDay): Note[] {
  const notes: Note[] = [];
  addMilestones(notes, context, day);
  addCosts(notes, context, day);
  if (day.feeCharged + day.feeSettled > 0) addFees(notes, context, day);
  addCard(notes, context, day);
  return notes;
}

function addMilestones(
  notes: Note[],
  { milestones, plan, currency }: NoteContext,
  { day }: StatementDay,
): void {
  if (day === milestones.signedUpOn) notes.push({ id: "core.statement.signedUp" });
  if (day === milestones.fullMonthOn)
    notes.push({ id: "core.statement.fullMonthStarts", values: { feeOn: isoDay(milestones.firstFeeOn) } });
  if (day === milestones.maybeFeeOn) {
    const feeAmount = formatMinor(plan.minimumFee, currency);
    notes.push({ id: "core.statement.maybeFirstFee", values: { feeAmount, currency } });
  }
}

function addCosts(notes: Note[], { currency }: NoteContext, day: StatementDay): void {
  if (day.costs > 0) notes.push(costsNote("core.statement.costsTracked", day.costs, currency));
  if (day.reversed > 0) notes.push(costsNote("core.statement.costsReversed", day.reversed, currency));
  if (day.locking > 0) notes.push(costsNote("core.statement.costsLock", day.locking, currency));
}

function costsNote(id: string, costs: number, currency: Currency): Note {
  return { id, values: { costsAmount: formatMinor(costs, currency), currency } };
}

function addFees(notes: Note[], { currency, plan }: NoteContext, day: StatementDay): void {
  const feeAmount = formatMinor(Math.max(day.feeCharged, day.feeSettled), currency);
  if (day.feeSettled > 0) notes.push({ id: "core.statement.feeSettled", values: { feeAmount, currency } });
  if (day.feeCharged === 0) return;
  const coveredMonth = isoMonth(monthOf(day.day) - 1);
  notes.push({ id: "core.statement.feeCharged", values: { feeAmount, coveredMonth, currency } });
  if (plan.minimumFeeFrom === "estimate")
    notes.push({ id: "core.statement.feeEstimated", values: { ratesOn: plan.ratesAsOf ?? "" } });
}

function addCard(
  notes: Note[],
  { currency, plan, missing, statedOn, milestones }: NoteContext,
  { day, amounts, rest, owed, locking }: StatementDay,
): void {
  if (amounts === null) {
    notes.push({ id: "core.statement.balanceUnknown", values: { missing } });
    return;
  }
  const { cardCharge, payable } = amounts;
  // S3 says it on the days on which money could be expected to move and none does.
  if (cardCharge === 0 && payable === 0 && owed > 0 && (locking > 0 || day === milestones.fullMonthOn))
    notes.push({ id: "core.statement.covered" });
  if (cardCharge > 0) {
    const chargeAmount = formatMinor(cardCharge, currency);
    const id = day === statedOn ? "core.statement.stillToCollect" : "core.statement.cardCharged";
    notes.push({ id, values: { chargeAmount, currency } });
  }
  const minimumId = cardCharge > 0 ? "core.statement.belowMinimumCharge" : "core.statement.heldBack";
  if (cardCharge > 0 ? cardCharge < plan.minimumCharge : payable > 0) {
    notes.push({
      id: minimumId,
      values: { minimumAmount: formatMinor(plan.minimumCharge, currency), currency },
    });
  }
  if (rest > 0) {
    notes.push({
      id: "core.statement.restOwed",
      values: { restAmount: formatMinor(rest, currency), currency },
    });
  }
}
