import type { Day } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { type FeeEvent, feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";
import type { StatementDay } from "../ledger/statement-day.ts";

/** What stands in the funding account at the end of `on`, and what is owed then, in minor units; null = not known. */
export type FundingOn = {
  balance: number | null;
  feesOwed: number;
  costsOwed: number | null;
  /** What the balance lacked for everything owed before the card was charged that day. */
  uncovered: number | null;
};

/** Fees charged and not deducted yet, and commissions tracked and not deducted yet. */
export function fundingOn(billing: Billing): FundingOn {
  const { on, totals } = billing;
  const feesOwed = owedFees(billing).reduce((sum, fee) => sum + fee.amount, 0);
  const today = dayOf(billing);
  if (!today?.amounts)
    return { balance: null, feesOwed, costsOwed: totals && undeducted(totals, on), uncovered: null };
  const { amounts, owed } = today;
  const isOpen = isUncollected(billing, today);
  return {
    balance: isOpen ? amounts.opening : amounts.closing,
    feesOwed,
    costsOwed: (isOpen ? owed : owed - amounts.deduction) - feesOwed,
    uncovered: amounts.payable,
  };
}

/** Fees charged and not deducted yet: that of the month before, on the 1st. */
export function owedFees(billing: Billing): FeeEvent[] {
  const { on } = billing;
  const today = dayOf(billing);
  const from = today && isUncollected(billing, today) ? on : on + 1;
  return feeEvents(billing, on).filter(({ settledOn }) => settledOn >= from);
}

function dayOf(billing: Billing): StatementDay | undefined {
  const { on } = billing;
  return rollFundingAccount(billing, feeEvents(billing, on), on, on)[0];
}

/**
 * On the day of the stated balance the merchant's own figure stands (D4): what it does not cover is no charge that has
 * happened, but still to come from the card.
 */
const isUncollected = ({ facts, on }: Billing, { amounts }: StatementDay): boolean =>
  facts.fundingBalance?.asOf === on && amounts !== null && amounts.payable > 0;

function undeducted(totals: NonNullable<Billing["totals"]>, on: Day): number {
  let owed = 0;
  for (const row of totals) {
    if (row.day <= on) owed += row.tracked - row.reversed - row.locking;
  }
  return owed;
}
