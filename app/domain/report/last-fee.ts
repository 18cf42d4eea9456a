import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { daysActive } from "../closing/refund.ts";
import { FULL_REFUND_UNDER_DAYS } from "../closing/refund-table.ts";
import { isoDay, toDay } from "../day.ts";
import { billingFor } from "../fees/billing.ts";
import { feeForecaster } from "../fees/fee-forecast.ts";
import { nextFeeDate } from "../fees/first-fee.ts";
import { isoMonth, monthOf } from "../month.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { shownFee } from "./bound.ts";
import type { StandingFee } from "./standing-json.ts";

/**
 * The last charge to expect of an account that was closed on a day: the fee of that month, which counts as a whole (G27). As
 * known on `on`. Null where that month has no fee yet (S3, G4), of a partner (S2), and while impact.com refunds fees too (S0, A).
 */
export function lastFee(
  account: Account,
  options: { on: Temporal.PlainDate; closedOn: Temporal.PlainDate },
): StandingFee | null {
  const [on, closedOn] = [toDay(options.on), toDay(options.closedOn)];
  if (account.kind === "partner" || daysActive(account.signedUpOn, closedOn) < FULL_REFUND_UNDER_DAYS)
    return null;
  const chargedOn = nextFeeDate(account.signedUpOn, closedOn);
  const month = monthOf(chargedOn) - 1;
  if (month !== monthOf(closedOn)) return null;
  const billing = billingFor(account, totalsOf(account.actions, on), on);
  return {
    ...shownFee(billing, feeForecaster(billing)(month)),
    date: isoDay(chargedOn),
    coveredMonth: isoMonth(month),
  };
}
