import type { Day } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";

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
  const fees = feeEvents(billing, on);
  const feesOwed = fees.filter((fee) => fee.settledOn > on).reduce((sum, fee) => sum + fee.amount, 0);
  const [today] = rollFundingAccount(billing, fees, on, on);
  if (today?.amounts && today.day === on) {
    const owed = today.owed - today.amounts.deduction;
    return {
      balance: today.amounts.closing,
      feesOwed,
      costsOwed: owed - feesOwed,
      uncovered: today.amounts.payable,
    };
  }
  return { balance: null, feesOwed, costsOwed: totals && undeducted(totals, on), uncovered: null };
}

function undeducted(totals: NonNullable<Billing["totals"]>, on: Day): number {
  let owed = 0;
  for (const row of totals) {
    if (row.day <= on) owed += row.tracked - row.reversed - row.locking;
  }
  return owed;
}
