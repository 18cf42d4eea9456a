import type { Billing } from "#app/domain/fees/billing.ts";
import { newlyLocking, newlyTracked } from "#app/domain/fees/estimate.ts";
import type { FeeForecast } from "#app/domain/fees/fee-forecast.ts";
import { pacesOf } from "#app/domain/fees/pace.ts";
import type { Day } from "../day.ts";
import { LAST_DAY } from "../day.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { firstDayOf, lastDayOf, type Month } from "../month.ts";
import { monthSeries } from "../totals/month-series.ts";
import { usualLag } from "../totals/usual-lag.ts";

/** One month to come, in minor units; null = not known. */
export type MonthForecast = {
  fee: FeeForecast;
  chargedOn: Day | null;
  /** Commissions that lock in the month: known ones, and new ones at the usual pace. */
  partnerCost: number | null;
  /** Charges to the card in the month, fees and partner costs together. */
  cardCharges: number | null;
};

/** Makes the months to come; `projected` are the rolled days after `on`, which know nothing of new sales. */
export function monthForecaster(
  billing: Billing,
  forecast: (month: Month) => FeeForecast,
  projected: readonly StatementDay[],
): (month: Month) => MonthForecast {
  const { totals, facts } = billing;
  const series = totals && monthSeries(totals, facts.signedUpOn, LAST_DAY);
  const locking = series && pacesOf(billing, series, (sums) => sums.lockedPayout);
  const tracked = series && pacesOf(billing, series, (sums) => sums.tracked);
  const lag = totals && locking ? usualLag(totals) : 0;
  return (month) => {
    const fee = forecast(month);
    const newLocks = locking ? newlyLocking(billing, month, locking.likely, lag) : 0;
    const newCosts = tracked ? newlyTracked(billing, month, tracked.likely) : 0;
    const charges = knownCharges(projected, month);
    return {
      fee,
      chargedOn: fee.method === "none" ? null : firstDayOf(month + 1),
      partnerCost: series && series(month).lockedPayout + newLocks,
      cardCharges: charges === null ? null : charges + newCosts,
    };
  };
}

function knownCharges(projected: readonly StatementDay[], month: Month): number | null {
  let sum = 0;
  for (const { day, amounts } of projected) {
    if (day < firstDayOf(month) || day > lastDayOf(month)) continue;
    if (amounts === null) return null;
    sum += amounts.cardCharge;
  }
  return sum;
}
