import type { Day } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { feeForecaster, reckonedFee } from "../fees/fee-forecast.ts";
import { type Month, monthOf } from "../month.ts";
import { type FundingOn, fundingOn, owedFees } from "./funding-on.ts";

/** What closing on one day costs from `on` onwards, in minor units; null = not known. */
export type ClosingCost = {
  day: Day;
  /** Whether the account can close that day as things stand. */
  possible: boolean;
  /** Fees not deducted yet, up to the whole fee of the closing month (G27). */
  fees: number;
  /** Commissions of known actions not deducted yet. */
  partnerCosts: number | null;
  /** The part of both that money already in the funding account pays. */
  fromBalance: number | null;
  /** What is left of that money afterwards: at least one fee is taken off first (G22). */
  expectedRefund: number | null;
  /** Money that still has to come from the card, less the refund. */
  net: number | null;
};

export type CostToClose = { days: ClosingCost[]; cheapest: Day | null };

export const CLOSING_DAYS = 90;
/** Past the earliest day, far enough for the next fee to be in sight: there is always a cheapest day to name (D17). */
export const DAYS_PAST_EARLIEST = 34;

/** What the merchant may count on: the first day closing is possible, and until when closing is free of fees (A). */
export type ClosingTerms = { earliest: Day | null; noFeesBefore: Day | null };

/** The next 90 days, today first, or as many as it takes to see past the earliest day; the cheapest is the earliest of equals. */
export function costToClose(billing: Billing, { earliest, noFeesBefore }: ClosingTerms): CostToClose {
  const { on } = billing;
  const funding = fundingOn(billing);
  const forecast = feeForecaster(billing);
  const length = Math.max(CLOSING_DAYS, earliest === null ? 0 : earliest - on + DAYS_PAST_EARLIEST + 1);
  const days = Array.from({ length }, (_, index): ClosingCost => {
    const day = on + index;
    const free = noFeesBefore !== null && day < noFeesBefore;
    const fees = free ? 0 : funding.feesOwed + feesUntil(billing, forecast, day);
    return {
      day,
      possible: earliest !== null && day >= earliest,
      fees,
      partnerCosts: funding.costsOwed,
      ...sharedOut(fees, funding),
    };
  });
  return { days, cheapest: cheapestDay(days) };
}

/** What the balance pays of what is due, what comes back of it and what the card pays; unknown where one of the two is. */
function sharedOut(
  fees: number,
  { balance, costsOwed }: FundingOn,
): Pick<ClosingCost, "fromBalance" | "expectedRefund" | "net"> {
  if (balance === null || costsOwed === null) return { fromBalance: null, expectedRefund: null, net: null };
  const due = fees + costsOwed;
  const fromBalance = Math.max(0, Math.min(due, balance));
  return { fromBalance, expectedRefund: balance - fromBalance, net: due - balance };
}

/** The fees of this month up to the month of closing. */
const feesUntil = (billing: Billing, forecast: Forecaster, close: Day): number =>
  feesByMonth(billing, close, forecast).reduce((sum, { fee }) => sum + fee, 0);

type Forecaster = ReturnType<typeof feeForecaster>;
type FeeOfMonth = { month: Month; fee: number };

/** The same month by month. */
function feesByMonth(billing: Billing, close: Day, forecast: Forecaster): FeeOfMonth[] {
  const closing = { ...billing, whatIf: { ...billing.whatIf, close } };
  const months: FeeOfMonth[] = [];
  for (let month: Month = monthOf(billing.on); month <= monthOf(close); month += 1) {
    months.push({ month, fee: reckonedFee(closing, forecast(month, closing)) });
  }
  return months;
}

/** What the fees of a closing day are made of, month by month: one that is charged but not deducted yet comes first. */
export function feesOf({ day, fees }: ClosingCost, billing: Billing): FeeOfMonth[] {
  if (fees === 0) return [];
  const owed = owedFees(billing).map(({ month, amount }) => ({ month, fee: amount }));
  return [...owed, ...feesByMonth(billing, day, feeForecaster(billing))].filter(({ fee }) => fee > 0);
}

/** With an unknown balance every day lacks the same amount, so fees and costs alone decide. */
function cheapestDay(days: readonly ClosingCost[]): Day | null {
  let best: ClosingCost | null = null;
  for (const day of days) {
    if (day.possible && (best === null || costOf(day) < costOf(best))) best = day;
  }
  return best?.day ?? null;
}

function costOf(cost: ClosingCost): number {
  return cost.net ?? cost.fees + (cost.partnerCosts ?? 0);
}
