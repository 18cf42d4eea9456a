import type { Billing } from "#app/domain/fees/billing.ts";
import type { Day } from "../day.ts";
import { feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { firstDayOf, monthOf } from "../month.ts";

/** Why the card is charged: a fee, partner costs, both, or (balance unknown) the next fee at the worst. */
export type ChargeTrigger = "fee" | "costs" | "fee-and-costs" | "balance-unknown";

/** The next charge to the card after `on`; `amount` in minor units. */
export type NextCharge = { day: Day; amount: number; trigger: ChargeTrigger };

/** The first charge among projected days, or the next fee in full when the balance is not known. */
export function nextCardCharge(projected: readonly StatementDay[]): NextCharge | null {
  for (const day of projected) {
    if (day.amounts === null && day.feeCharged > 0)
      return { day: day.day, amount: day.feeCharged, trigger: "balance-unknown" };
    if (day.amounts !== null && day.amounts.cardCharge > 0) {
      return { day: day.day, amount: day.amounts.cardCharge, trigger: triggerOf(day) };
    }
  }
  return null;
}

/** However few months are asked for, the next charge is looked for this far ahead. */
const LEAST_MONTHS = 12;

/** The days after `on` to the end of the last month looked at. */
export function projectedDays(billing: Billing, months: number = LEAST_MONTHS): StatementDay[] {
  const until = firstDayOf(monthOf(billing.on) + Math.max(months, LEAST_MONTHS) + 1) - 1;
  return rollFundingAccount(billing, feeEvents(billing, until), billing.on + 1, until);
}

function triggerOf(day: StatementDay): ChargeTrigger {
  if (day.feeCharged === 0) return "costs";
  return day.owed > day.feeCharged && day.amounts !== null && day.amounts.payable > day.feeCharged
    ? "fee-and-costs"
    : "fee";
}
