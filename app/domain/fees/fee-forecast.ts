import type { DailyTotals, DayTotals } from "../account/daily-totals.ts";
import { type Day, LAST_DAY } from "../day.ts";
import { proportion } from "../money/share.ts";
import { type Month, monthOf } from "../month.ts";
import { type MonthTotals, monthSeries } from "../totals/month-series.ts";
import { usualLag } from "../totals/usual-lag.ts";
import { type Billing, closesOn } from "./billing.ts";
import { changed, newlyLocking } from "./estimate.ts";
import { firstFee, firstFeeMonth } from "./first-fee.ts";
import { monthlyFee } from "./monthly-fee.ts";
import { pacesOf } from "./pace.ts";

/** A month's fee in minor units; null = not known. */
export type FeeRange = { low: number; likely: number | null; high: number | null };

/**
 * A month's fee and what it is computed from. `base` is what has locked so far, `known` what is known to lock, `added`
 * what new actions lock beyond that at the likely pace. `least` is the fee on what has locked alone: no reversal can take
 * it away any more.
 */
export type FeeForecast = FeeRange & {
  month: Month;
  method: "settled" | "history" | "tried" | "cases" | "unknown" | "none" | "maybe";
  base: number | null;
  known: number;
  added: number;
  least: number;
};

/** `at` is the same account closing on another day than the one the sums were made for. */
type Forecaster = (month: Month, at?: Billing) => FeeForecast;

/** Forecasts the fee of any month (a partner pays none); the sums behind it are made once. */
export function feeForecaster(billing: Billing): Forecaster {
  const { facts, totals, plan, amounts, on } = billing;
  if (facts.kind === "partner") return (month) => noFee(month, totals && 0);
  const fullMonth = firstFeeMonth(facts.signedUpOn);
  const feeMonths = (at: Billing) => {
    const lastMonth = monthOf(closesOn(at));
    // Closing before the first full month still costs the closing month's whole fee (G27).
    return { firstMonth: Math.min(fullMonth, lastMonth), lastMonth };
  };
  const fees = new Map<number, number>();
  const feeOf = (base: number) => {
    const fee = fees.get(base) ?? monthlyFee(plan, amounts, base, facts.currency);
    fees.set(base, fee);
    return fee;
  };
  const pick = (sums: MonthTotals) => (plan.fee.of === "revenue" ? sums.lockedRevenue : sums.lockedPayout);
  if (totals === null) {
    return (month, at = billing) =>
      hasFee(month, feeMonths(at))
        ? {
            month,
            method: "unknown",
            base: null,
            known: 0,
            added: 0,
            least: feeOf(0),
            low: feeOf(0),
            likely: null,
            high: null,
          }
        : noFee(month, null);
  }
  const all = monthSeries(totals, facts.signedUpOn, LAST_DAY);
  const soFar = monthSeries(totals, facts.signedUpOn, on);
  // The first fee also covers what locked in the part-month of sign-up (G3).
  const baseIn = (series: (month: Month) => MonthTotals, month: Month) =>
    pick(series(month)) + (month === fullMonth ? pick(series(month - 1)) : 0);
  const paces = pacesOf(billing, all, pick);
  const lag = paces ? usualLag(totals) : 0;
  const byRevenue = plan.fee.of === "revenue";
  const open = sumOf(totals, (row) => (byRevenue ? row.openRevenue : row.open));
  const locking = sumOf(totals, (row) => (byRevenue ? row.lockingRevenue : row.locking));
  const everything = changed(billing, open + locking);
  const { undone, tracked } = lastYear(totals, on);
  // What has a locking date, less the share that was reversed lately (D15): "nothing more locks" is nobody's low case.
  const lastingOf = (base: number, known: number) =>
    known - (tracked === 0 ? 0 : proportion(Math.max(0, known - base), undone, tracked));

  return (month, at = billing) => {
    const { firstMonth, lastMonth } = feeMonths(at);
    const base = baseIn(soFar, month);
    const known = baseIn(all, month);
    if (month === fullMonth - 1 && month < lastMonth && maybeFullMonth(billing)) {
      return {
        ...noFee(month, base),
        method: "maybe",
        known,
        high: feeOf(Math.max(known + open, everything)),
      };
    }
    if (!hasFee(month, { firstMonth, lastMonth })) return noFee(month, base);
    if (month < monthOf(on)) {
      const fee = feeOf(known);
      return {
        month,
        method: "settled",
        base,
        known,
        added: 0,
        least: fee,
        low: fee,
        likely: fee,
        high: fee,
      };
    }
    if (paces === null) {
      const low = feeOf(known);
      const high = feeOf(Math.max(known + open, everything));
      return {
        month,
        method: "cases",
        base,
        known,
        added: 0,
        least: feeOf(base),
        low,
        likely: feeOf(base) === high ? high : null,
        high,
      };
    }
    const added = newlyLocking(at, month, paces.likely, lag);
    return {
      month,
      method: billing.whatIf.revenueAMonth === undefined ? "history" : "tried",
      base,
      known,
      added,
      least: feeOf(base),
      low: feeOf(lastingOf(base, known) + newlyLocking(at, month, paces.low, lag)),
      likely: feeOf(known + added),
      high: feeOf(known + open + newlyLocking(at, month, paces.high, lag)),
    };
  };
}

/** The one figure to reckon with: the likely fee, or what is known to lock when there is no likely one. */
export function reckonedFee(billing: Billing, forecast: FeeForecast): number {
  if (forecast.likely !== null) return forecast.likely;
  return monthlyFee(billing.plan, billing.amounts, forecast.known, billing.facts.currency);
}

/** Signing up on the 1st may make that month the first full one (G4). */
function maybeFullMonth({ facts }: Billing): boolean {
  return firstFee(facts.signedUpOn).earliest !== firstFee(facts.signedUpOn).expected;
}

function hasFee(month: Month, { firstMonth, lastMonth }: { firstMonth: Month; lastMonth: Month }): boolean {
  return month >= firstMonth && month <= lastMonth;
}

function noFee(month: Month, base: number | null): FeeForecast {
  return { month, method: "none", base, known: base ?? 0, added: 0, least: 0, low: 0, likely: 0, high: 0 };
}

/** Commissions tracked in the twelve months up to a day, and the part of them that was reversed since. */
function lastYear(totals: DailyTotals, on: Day): { undone: number; tracked: number } {
  const rows = totals.filter(({ day }) => day > on - 365 && day <= on);
  return { undone: sumOf(rows, (row) => row.undone), tracked: sumOf(rows, (row) => row.tracked) };
}

function sumOf(totals: DailyTotals, pick: (row: DayTotals) => number): number {
  return totals.reduce((sum, row) => sum + pick(row), 0);
}
