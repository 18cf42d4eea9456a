import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import type { Billing } from "../fees/billing.ts";
import type { FeeForecast } from "../fees/fee-forecast.ts";
import { formatMinor } from "../money/decimal.ts";
import type { Bound, BoundedAmount } from "./standing-json.ts";

/** "At least" survives conversion (D3): a minimum at a reference rate is "at least about". */
export function leastBound({ amounts }: Billing, amount: number, months = 1): Bound {
  const isConverted = amounts.minimumFeeFrom === "estimate" && amount === amounts.minimumFee * months;
  return isConverted ? "atLeastAbout" : "atLeast";
}

/** The one figure to show of a fee: the likely one, or the least it can be, and how surely it is meant. */
export function shownFee(billing: Billing, fee: FeeForecast): BoundedAmount {
  const amount = shownMinor(billing, fee);
  return {
    amount: formatMinor(amount, billing.facts.currency),
    bound: isAbout(billing, fee) ? "about" : leastBound(billing, amount),
  };
}

/** The same of several months as one sum. */
export function shownSum(billing: Billing, fees: readonly FeeForecast[]): BoundedAmount {
  const charged = fees.filter(({ method }) => method !== "none");
  const sum = fees.reduce((total, fee) => total + shownMinor(billing, fee), 0);
  const about = charged.some((fee) => isAbout(billing, fee));
  return {
    amount: formatMinor(sum, billing.facts.currency),
    bound: about ? "about" : leastBound(billing, sum, charged.length),
  };
}

const shownMinor = (billing: Billing, { likely, least }: FeeForecast): number =>
  isRead(billing) ? (likely ?? least) : least;

/**
 * A fee of a month that is over is reckoned; one to come is "about" only by three months of history, or at a pace that is
 * tried out, and above the minimum: anything else can only become more.
 */
function isAbout(billing: Billing, fee: FeeForecast): boolean {
  if (!isRead(billing)) return false;
  if (fee.method === "settled" || fee.method === "none") return true;
  const isLikely = fee.method === "history" || fee.method === "tried";
  return isLikely && shownMinor(billing, fee) > billing.amounts.minimumFee;
}

/** Whether rows could not be read that may add to a figure. */
export const hasUnread = ({ facts }: Billing): boolean => unreadNotes(facts, FIGURE_LISTS).length > 0;

const isRead = (billing: Billing): boolean => !hasUnread(billing);
