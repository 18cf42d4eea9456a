import type { FeeRange } from "../fees/fee-forecast.ts";
import { roundedRoot } from "../money/square-root.ts";
import type { MonthForecast } from "./month-forecast.ts";

/** Twelve months as one sum, in minor units; null = not known. */
export type Year = { fee: FeeRange; partnerCost: number | null };

export const YEAR_MONTHS = 12;

/**
 * The sum of twelve months. Months vary independently of each other, so the range is the likely sum less and plus the
 * root of the summed squares of the months' distances, and not twelve worst or best months in a row (D14).
 */
export function yearOf(months: readonly MonthForecast[]): Year {
  const fees = months.map(({ fee }) => fee);
  const likely = sumOf(fees.map((fee) => fee.likely));
  const away = (end: "low" | "high") => spread(fees.map((fee) => distance(fee.likely, fee[end])));
  const below = away("low");
  const above = away("high");
  return {
    fee: {
      low: likely === null || below === null ? (sumOf(fees.map((fee) => fee.low)) ?? 0) : likely - below,
      likely,
      high: likely === null || above === null ? null : likely + above,
    },
    partnerCost: sumOf(months.map((month) => month.partnerCost)),
  };
}

/** Null as soon as one of them is not known: what is left out is no sum of all. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

const distance = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

function spread(distances: readonly (number | null)[]): number | null {
  let squares = 0n;
  for (const each of distances) {
    if (each === null) return null;
    squares += BigInt(each) * BigInt(each);
  }
  return Number(roundedRoot(squares));
}
