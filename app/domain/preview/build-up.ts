import { type Day, LAST_DAY } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { firstFeeMonth } from "../fees/first-fee.ts";
import { monthlyFee } from "../fees/monthly-fee.ts";
import { shareOf } from "../money/share.ts";
import { firstDayOf, lastDayOf, type Month, monthOf } from "../month.ts";

/** What a month's fee comes to by the end of a day, from actions that have locked or are known to lock by then. */
export type BuildUpDay = { day: Day; base: number; share: number };

/** A month's fee building up, in minor units; `share` is the percentage alone, before the minimum is looked at. */
export type BuildUp = {
  days: BuildUpDay[];
  /** The same of the month before, where it had a fee. */
  before: BuildUpDay[] | null;
  /** The first day on which the share is more than the minimum fee; null where that is not known to happen. */
  crossesOn: Day | null;
};

/** How the fee of this month and of the one before built up; null where actions are not known or no fee is due. */
export function buildUp(billing: Billing, hasFee: boolean): BuildUp | null {
  if (billing.totals === null || !hasFee) return null;
  const month = monthOf(billing.on);
  const days = daysOf(billing, month);
  const { plan, amounts } = billing;
  const crossing =
    plan.fee.kind === "greater-of" ? days.find(({ share }) => share > amounts.minimumFee) : undefined;
  return {
    days,
    before: month > firstFeeMonth(billing.facts.signedUpOn) ? daysOf(billing, month - 1) : null,
    crossesOn: crossing?.day ?? null,
  };
}

function daysOf(billing: Billing, month: Month): BuildUpDay[] {
  const { facts, plan, amounts } = billing;
  const shareUnder = (base: number) =>
    plan.fee.kind === "greater-of"
      ? shareOf(base, plan.fee.ratePpm, facts.currency)
      : monthlyFee(plan, amounts, base, facts.currency);
  const locksOn = lockedByDay(billing);
  let base = carried(billing, month);
  const first = firstDayOf(month);
  return Array.from({ length: lastDayOf(month) - first + 1 }, (_, index): BuildUpDay => {
    const day = first + index;
    base += locksOn.get(day) ?? 0;
    return { day, base, share: shareUnder(base) };
  });
}

function lockedByDay({ totals, facts, plan }: Billing): Map<Day, number> {
  const byRevenue = plan.fee.of === "revenue";
  return new Map(
    (totals ?? [])
      .filter(({ day }) => day >= facts.signedUpOn && day <= LAST_DAY)
      .map((row) => [row.day, byRevenue ? row.lockingRevenue : row.locking]),
  );
}

/** The first fee also covers what locked in the part-month of sign-up (G3). */
function carried(billing: Billing, month: Month): number {
  const { facts } = billing;
  if (month !== firstFeeMonth(facts.signedUpOn)) return 0;
  let sum = 0;
  for (const [day, amount] of lockedByDay(billing)) if (monthOf(day) === month - 1) sum += amount;
  return sum;
}
