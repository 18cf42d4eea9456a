import { firstFee, firstFeeMonth } from "../fees/first-fee.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { firstDayOf, isoMonth, monthOf } from "../month.ts";
import type { Billing } from "../preview/billing.ts";
import type { Note } from "../text.ts";
import type { StatementDay } from "./statement-day.ts";

/** What happened on a day, in words. */
export function dayNotes(billing: Billing, day: StatementDay): Note[] {
  return [...milestones(billing, day), ...movements(billing, day), ...cardNotes(billing, day)];
}

function milestones({ facts, amounts }: Billing, { day }: StatementDay): Note[] {
  const notes: Note[] = [];
  const first = firstFee(facts.signedUpOn);
  if (day === facts.signedUpOn) notes.push({ id: "core.statement.signedUp" });
  if (day === firstDayOf(firstFeeMonth(facts.signedUpOn)))
    notes.push({ id: "core.statement.fullMonthStarts" });
  if (day === first.earliest && first.earliest !== first.expected) {
    notes.push(money("core.statement.maybeFirstFee", "feeAmount", amounts.minimumFee, facts.currency));
  }
  return notes;
}

function movements({ facts: { currency }, amounts }: Billing, day: StatementDay): Note[] {
  const notes: Note[] = [];
  if (day.costs > 0) notes.push(money("core.statement.costsTracked", "costsAmount", day.costs, currency));
  if (day.reversed > 0)
    notes.push(money("core.statement.costsReversed", "costsAmount", day.reversed, currency));
  if (day.locking > 0) notes.push(money("core.statement.costsLock", "costsAmount", day.locking, currency));
  if (day.feeCharged > 0) {
    const note = money("core.statement.feeCharged", "feeAmount", day.feeCharged, currency);
    notes.push({ ...note, values: { ...note.values, coveredMonth: isoMonth(monthOf(day.day) - 1) } });
    if (amounts.minimumFeeFrom === "estimate") notes.push({ id: "core.statement.feeEstimated" });
  }
  if (day.feeSettled > 0)
    notes.push(money("core.statement.feeSettled", "feeAmount", day.feeSettled, currency));
  return notes;
}

function cardNotes({ facts: { currency }, amounts: plan }: Billing, day: StatementDay): Note[] {
  const { amounts, rest } = day;
  if (amounts === null) return [{ id: "core.statement.balanceUnknown" }];
  const notes: Note[] = [];
  if (amounts.cardCharge > 0) {
    notes.push(money("core.statement.cardCharged", "chargeAmount", amounts.cardCharge, currency));
    if (amounts.cardCharge < plan.minimumCharge) {
      notes.push(money("core.statement.belowMinimumCharge", "minimumAmount", plan.minimumCharge, currency));
    }
  } else if (amounts.payable > 0) {
    notes.push(money("core.statement.heldBack", "minimumAmount", plan.minimumCharge, currency));
  }
  if (rest > 0) notes.push(money("core.statement.restOwed", "restAmount", rest, currency));
  return notes;
}

function money(id: string, name: string, minor: number, currency: Currency): Note {
  return { id, values: { [name]: formatMinor(minor, currency), currency } };
}
