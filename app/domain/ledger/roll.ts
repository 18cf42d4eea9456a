import type { Day } from "../day.ts";
import type { Billing } from "../preview/billing.ts";
import { cardCharge } from "./card-charge.ts";
import { type DayEvents, dayEvents } from "./day-events.ts";
import type { FeeEvent } from "./fee-events.ts";
import { type FundingState, openingState } from "./opening-state.ts";
import type { DayAmounts, StatementDay } from "./statement-day.ts";

/**
 * Rolls the funding account from the day its balance was read to `to`, and gives the days from `from` on.
 * Within a day: what is newly owed, then the card, then deductions (G10).
 * Without a balance or without actions the days hold what happens, but no amounts.
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
  const eventsOn = dayEvents(totals, fees, start);
  let state = known ? openingState(known.amount, start, totals, fees) : null;
  const days: StatementDay[] = [];
  for (let day = start; day <= to; day += 1) {
    const events = eventsOn(day);
    const step = state ? stepDay(billing, state, events) : null;
    if (step) state = step.state;
    if (day >= from) days.push(step?.day ?? dayOf(events, null, 0, 0));
  }
  return days;
}

type Step = { day: StatementDay; state: FundingState };

function stepDay({ plan, amounts }: Billing, before: FundingState, events: DayEvents): Step {
  const { totals, feeCharged, feeSettled } = events;
  const owed = before.owed + totals.tracked - totals.reversed + feeCharged;
  const costsExist = before.costsExist || totals.tracked > 0 || feeCharged > 0;
  const charged = cardCharge(plan, amounts, owed, costsExist, before.balance);
  const due = before.due + totals.locking + feeSettled;
  const deduction = Math.min(due, before.balance + charged);
  const closing = before.balance + charged - deduction;
  const payable = Math.max(0, owed - before.balance);
  const figures = { opening: before.balance, payable, deduction, cardCharge: charged, closing };
  return {
    day: dayOf(events, figures, owed, due - deduction),
    state: { balance: closing, owed: owed - deduction, due: due - deduction, costsExist },
  };
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
