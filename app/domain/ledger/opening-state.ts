import type { DailyTotals } from "../account/daily-totals.ts";
import type { Day } from "../day.ts";
import type { FeeEvent } from "./fee-events.ts";

/** Where the funding account stands at the start of a day, in minor units. */
export type FundingState = {
  balance: number;
  /** Owed to partners and impact.com, funded or not. */
  owed: number;
  /** Part of it whose day of deduction has come without the money for it (G33). */
  due: number;
  /** A buffer is only kept once the first cost exists. */
  costsExist: boolean;
};

/**
 * The state on the day the merchant read the balance: whatever locked or was settled before is taken as paid,
 * whatever was tracked or charged before and is still open is owed.
 */
export function openingState(
  balance: number,
  asOf: Day,
  totals: DailyTotals,
  fees: readonly FeeEvent[],
): FundingState {
  let owed = 0;
  let costsExist = false;
  for (const row of totals) {
    if (row.day >= asOf) break;
    owed += row.tracked - row.reversed - row.locking;
    costsExist ||= row.tracked > 0;
  }
  for (const fee of fees) {
    if (fee.chargedOn >= asOf) break;
    costsExist = true;
    if (fee.settledOn >= asOf) owed += fee.amount;
  }
  return { balance, owed, due: 0, costsExist };
}
