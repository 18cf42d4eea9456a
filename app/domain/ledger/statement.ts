import { type Day, LAST_DAY } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { type FeeEvent, feeEvents } from "./fee-events.ts";
import { type Milestones, milestonesOf } from "./milestones.ts";
import { rollFundingAccount } from "./roll.ts";
import type { StatementDay } from "./statement-day.ts";

/** The funding account day by day, in minor units; `startsOn` is later than asked when the balance was read later. */
export type Statement = {
  startsOn: Day;
  to: Day;
  days: StatementDay[];
  fees: FeeEvent[];
  milestones: Milestones;
};

/** Rolls the account and keeps the days from `from` to `to` on which something happens (or every day). */
export function statement(billing: Billing, range: { from: Day; to: Day; everyDay: boolean }): Statement {
  const to = Math.min(range.to, LAST_DAY);
  const fees = feeEvents(billing, to);
  const asOf = billing.facts.fundingBalance?.asOf ?? range.from;
  const startsOn = Math.max(range.from, asOf);
  const all = rollFundingAccount(billing, fees, startsOn, to);
  const milestones = milestonesOf(billing.facts.signedUpOn);
  const days = range.everyDay ? all : all.filter((day) => somethingHappens(milestones, day));
  return { startsOn, to, days, fees, milestones };
}

function somethingHappens({ signedUpOn, fullMonthOn, maybeFeeOn }: Milestones, day: StatementDay): boolean {
  return (
    day.costs + day.reversed + day.locking + day.feeCharged + day.feeSettled > 0 ||
    (day.amounts !== null && day.amounts.cardCharge + day.amounts.deduction > 0) ||
    day.day === signedUpOn ||
    day.day === fullMonthOn ||
    day.day === maybeFeeOn
  );
}
