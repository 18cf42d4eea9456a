import { type Billing, missingAmounts } from "../fees/billing.ts";
import type { FeeForecast } from "../fees/fee-forecast.ts";
import { formatMinor } from "../money/decimal.ts";
import { isoMonth } from "../month.ts";
import type { NextCharge } from "../preview/next-charge.ts";
import type { Note } from "../text.ts";
import { usualLag } from "../totals/usual-lag.ts";

/** How a month's fee was forecast, in words. */
export function methodNote(billing: Billing, forecast: FeeForecast): Note {
  // Low and high may agree: then there is a likely fee although there is no history.
  const agree = forecast.method === "cases" && forecast.likely !== null;
  const id = `core.preview.method.${agree ? "agree" : forecast.method}`;
  if (forecast.method === "history") {
    return { id, values: { lagDays: usualLag(billing.totals ?? []) } };
  }
  if (forecast.method === "tried") {
    return {
      id,
      values: {
        revenueAmount: formatMinor(billing.whatIf.revenueAMonth ?? 0, billing.facts.currency),
        currency: billing.facts.currency,
      },
    };
  }
  if (forecast.method === "none" || forecast.method === "settled") {
    return { id, values: { coveredMonth: isoMonth(forecast.month) } };
  }
  return {
    id,
    values: {
      minimumAmount: formatMinor(billing.amounts.minimumFee, billing.facts.currency),
      currency: billing.facts.currency,
    },
  };
}

/** Why the card is charged next. */
export function chargeNote(billing: Billing, charge: NextCharge): Note {
  return {
    id: `core.preview.charge.${charge.trigger}`,
    values: {
      chargeAmount: formatMinor(charge.amount, billing.facts.currency),
      currency: billing.facts.currency,
      ...(charge.trigger === "balance-unknown" && { missing: missingAmounts(billing) }),
    },
  };
}
