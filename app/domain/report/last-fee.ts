import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { daysActive } from "../closing/refund.ts";
import { FULL_REFUND_UNDER_DAYS } from "../closing/refund-table.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import { billingFor } from "../fees/billing.ts";
import { feeForecaster } from "../fees/fee-forecast.ts";
import { nextFeeDate } from "../fees/first-fee.ts";
import { firstDayOf, isoMonth, monthOf } from "../month.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { shownFee } from "./bound.ts";
import type { StandingFee } from "./standing-json.ts";

/** Whose account it is and since when; null where the merchant has not told the day. */
export type LastFeeFacts = { kind: Account["kind"]; signedUpOn: Day | null };

/**
 * The day of the last charge to expect of an account that was closed on a day: the 1st after that month, which counts as a
 * whole (G27). Null where the month has no fee yet (S3, G4), of a partner (S2), and while impact.com refunds fees too (S0, A).
 * Of an account whose sign-up is not known one may come.
 */
export function lastFeeDay({ kind, signedUpOn }: LastFeeFacts, closedOn: Day): Day | null {
  if (kind === "partner") return null;
  const next = firstDayOf(monthOf(closedOn) + 1);
  if (signedUpOn === null) return next;
  if (daysActive(signedUpOn, closedOn) < FULL_REFUND_UNDER_DAYS) return null;
  return nextFeeDate(signedUpOn, closedOn) === next ? next : null;
}

/** The same fee with its amount, as known on `on`. */
export function lastFee(
  account: Account,
  options: { on: Temporal.PlainDate; closedOn: Temporal.PlainDate },
): StandingFee | null {
  const on = toDay(options.on);
  const chargedOn = lastFeeDay(account, toDay(options.closedOn));
  if (chargedOn === null) return null;
  const month = monthOf(chargedOn) - 1;
  const billing = billingFor(account, totalsOf(account.actions, on), on);
  return {
    ...shownFee(billing, feeForecaster(billing)(month)),
    date: isoDay(chargedOn),
    coveredMonth: isoMonth(month),
  };
}
