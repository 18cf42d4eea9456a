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

/** What was tracked or charged before a day and is still open on it; `costsExist` is true of anything ever owed. */
export type AlreadyOwed = { commissions: number; fees: number; costsExist: boolean };

/** What was already owed at the start of a day, and from what: actions that had not locked, a fee not yet settled (D4). */
export function alreadyOwed(asOf: Day, totals: DailyTotals, fees: readonly FeeEvent[]): AlreadyOwed {
  const owed: AlreadyOwed = { commissions: 0, fees: 0, costsExist: false };
  for (const row of totals) {
    if (row.day >= asOf) break;
    owed.commissions += row.tracked - row.reversed - row.locking;
    owed.costsExist ||= row.tracked > 0;
  }
  for (const fee of fees) {
    if (fee.chargedOn >= asOf) break;
    owed.costsExist = true;
    if (fee.settledOn >= asOf) owed.fees += fee.amount;
  }
  return owed;
}

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
  const { commissions, fees: feesOwed, costsExist } = alreadyOwed(asOf, totals, fees);
  return { balance, owed: commissions + feesOwed, due: 0, costsExist };
}
