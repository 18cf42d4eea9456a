/** Where the fee for a month stands in the core's reports: this month's apart from those to come. */
export const feeFigure = (coveredMonth: string, asOf: string): string =>
  asOf.startsWith(coveredMonth) ? "preview.thisMonth.fee.low" : `preview.months.${coveredMonth}.fee.low`;
