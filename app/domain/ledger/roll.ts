import type { Day } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { cardCharge } from "./card-charge.ts";
import { type DayEvents, dayEvents } from "./day-events.ts";
import type { FeeEvent } from "./fee-events.ts";
import { type FundingState, openingState } from "./opening-state.ts";
import type { DayAmounts, StatementDay } from "./statement-day.ts";

/**
 * Rolls the funding account from the day its balance was read to `to`, and gives the days from `from` on.
 * Within a day: what is newly owed, then the card, then deductions (G10).
 * Before that day, without a balance or without actions, the days hold what happens, but no amounts.
 */
export function rollFundingAccount(
  billing: Billing,
  fees: readonly FeeEvent[],
  from: Day,
  to: Day,
): StatementDay[] {
  const { facts } = billing;
  const totals = billing.totals ?? [];
  const known = facts.fundingBalance !== null && billing.totals !== null ? facts.fundingBalance : null;
  const start = known?.asOf ?? from;
  const first = Math.min(from, start);
  const eventsOn = dayEvents(totals, fees, first);
  const state = known && openingState(known.amount, start, totals, fees);
  const days: StatementDay[] = [];
  for (let day = first; day <= to; day += 1) {
    const events = eventsOn(day);
    const row = state && day >= start ? step(billing, state, events) : dayOf(events, null, 0, 0);
    if (day >= from) days.push(row);
  }
  return days;
}

/** One day's figures; moves the state, which belongs to this roll alone, to the end of the day. */
function step({ plan, amounts }: Billing, state: FundingState, events: DayEvents): StatementDay {
  const { totals, feeCharged, feeSettled } = events;
  const opening = state.balance;
  const owed = state.owed + totals.tracked - totals.reversed + feeCharged;
  state.costsExist ||= totals.tracked > 0 || feeCharged > 0;
  const charged = cardCharge(plan, amounts, owed, state.costsExist, opening);
  const due = state.due + totals.locking + feeSettled;
  // More given back than due is set off against what falls due later; nothing flows back by itself.
  const deduction = Math.max(0, Math.min(due, opening + charged));
  const closing = opening + charged - deduction;
  state.balance = closing;
  state.owed = owed - deduction;
  state.due = due - deduction;
  const payable = Math.max(0, owed - opening);
  return dayOf(events, { opening, payable, deduction, cardCharge: charged, closing }, owed, state.due);
}

function dayOf(events: DayEvents, amounts: DayAmounts | null, owed: number, rest: number): StatementDay {
  const { totals, feeCharged, feeSettled } = events;
  return {
    day: totals.day,
    amounts,
    costs: totals.tracked,
    reversed: totals.reversed,
    locking: totals.locking,
    feeCharged,
    feeSettled,
    owed,
    rest,
  };
}
