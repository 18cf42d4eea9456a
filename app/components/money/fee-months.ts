import type { BoundedAmount, FeeRangeJson, PreviewReport } from "#app/domain/index.ts";

/** A month of the chart and the table: charged already, or to come. */
export type FeeMonth = { month: string; isPast: boolean; fee: FeeRangeJson; shown: BoundedAmount };

/** The fees charged so far, at most nine, and the twelve months from this one on. */
export function feeMonths({ past, thisMonth, months }: PreviewReport): FeeMonth[] {
  return [
    ...past.fees.slice(-SHOWN_PAST).map(
      ({ month, fee }): FeeMonth => ({
        month,
        isPast: true,
        fee: { low: fee, likely: fee, high: fee },
        shown: { amount: fee, bound: "about" },
      }),
    ),
    ...monthsAhead({ thisMonth, months }).map(
      ({ month, fee, shown }): FeeMonth => ({
        month,
        isPast: false,
        fee,
        shown,
      }),
    ),
  ];
}

const SHOWN_PAST = 9;

/** The twelve months of the year's sum: this one and the next eleven. */
export const monthsAhead = ({ thisMonth, months }: Pick<PreviewReport, "thisMonth" | "months">) =>
  [thisMonth, ...months].slice(0, 12);
