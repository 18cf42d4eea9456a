import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import type { Billing } from "../fees/billing.ts";
import type { FeeForecast } from "../fees/fee-forecast.ts";
import type { Bound } from "./standing-json.ts";

/** "At least" survives conversion (D3): a minimum at a reference rate is "at least about". */
export function leastBound({ amounts }: Billing, amount: number, months = 1): Bound {
  const isConverted = amounts.minimumFeeFrom === "estimate" && amount === amounts.minimumFee * months;
  return isConverted ? "atLeastAbout" : "atLeast";
}

/**
 * How surely a fee is meant. One of a month that is over is reckoned; one to come is "about" only by three months of
 * history, or at a pace that is tried out, and above the minimum: anything else can only become more.
 */
export function feeBound(billing: Billing, { method, likely, low }: FeeForecast): Bound {
  const amount = likely ?? low;
  if (!isRead(billing)) return leastBound(billing, low);
  if (method === "settled" || method === "none") return "about";
  const isLikely = method === "history" || method === "tried";
  return isLikely && amount > billing.amounts.minimumFee ? "about" : leastBound(billing, amount);
}

/** The same of a sum of months. */
export function sumBound(billing: Billing, fees: readonly FeeForecast[], sum: number): Bound {
  const charged = fees.filter(({ method }) => method !== "none");
  const isLikely = isRead(billing) && charged.some((fee) => feeBound(billing, fee) === "about");
  return isLikely ? "about" : leastBound(billing, sum, charged.length);
}

const isRead = ({ facts }: Billing): boolean => unreadNotes(facts, FIGURE_LISTS).length === 0;
