import type { Edition } from "../account/account.ts";
import type { Billing } from "../fees/billing.ts";
import { monthlyFee } from "../fees/monthly-fee.ts";
import { proportion } from "../money/share.ts";
import type { PlanComparison, UsualMonth } from "./compare-plans.ts";

/** A fee at a month's revenue, in minor units. */
export type EditionPoint = { revenue: number; fee: number };

/** An edition's fee over a month's revenue: the points between which it is a straight line. */
export type EditionLine = { edition: Edition; points: EditionPoint[] };

const ONE_PPM = 1_000_000;

/**
 * What each edition costs from no revenue to nearly twice the usual month's, with commissions in the share of revenue
 * they have in that month. Null without a usual month: then there is no such share.
 */
export function editionLines(
  { facts }: Billing,
  usual: UsualMonth | null,
  plans: readonly PlanComparison[],
): EditionLine[] | null {
  if (usual === null || usual.revenue <= 0 || usual.payout <= 0) return null;
  const most = proportion(usual.revenue, 17, 10);
  return plans.map(({ plan, amounts }) => {
    const baseAt = (revenue: number) =>
      plan.fee.of === "revenue" ? revenue : proportion(revenue, usual.payout, usual.revenue);
    const kinkBase =
      plan.fee.kind === "greater-of"
        ? proportion(amounts.minimumFee, ONE_PPM, plan.fee.ratePpm)
        : amounts.included;
    const kink = plan.fee.of === "revenue" ? kinkBase : proportion(kinkBase, usual.revenue, usual.payout);
    const at = (revenue: number): EditionPoint => ({
      revenue,
      fee: monthlyFee(plan, amounts, baseAt(revenue), facts.currency),
    });
    const stops = [0, kink, usual.revenue, most].filter((each) => each <= most).sort((a, b) => a - b);
    return { edition: plan.edition, points: stops.map(at) };
  });
}
