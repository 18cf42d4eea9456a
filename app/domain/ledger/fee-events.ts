import type { Day } from "../day.ts";
import { type Billing, closesOn } from "../fees/billing.ts";
import { feeForecaster, reckonedFee } from "../fees/fee-forecast.ts";
import { firstFeeMonth } from "../fees/first-fee.ts";
import { firstDayOf, type Month, monthOf } from "../month.ts";

/** A fee with its two days: charged on the 1st, deducted on the 2nd (S3); `amount` in minor units. */
export type FeeEvent = { month: Month; chargedOn: Day; settledOn: Day; amount: number };

/** The fees charged up to a day, oldest first; a partner pays none (S2). */
export function feeEvents(billing: Billing, until: Day): FeeEvent[] {
  if (billing.facts.kind === "partner") return [];
  const forecast = feeForecaster(billing);
  const first = firstFeeMonth(billing.facts.signedUpOn);
  const last = Math.min(monthOf(until) - 1, monthOf(closesOn(billing)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index;
    const chargedOn = firstDayOf(month + 1);
    return { month, chargedOn, settledOn: chargedOn + 1, amount: reckonedFee(billing, forecast(month)) };
  });
}
