import type { Temporal } from "temporal-polyfill";
import type { Account, Action } from "../account/account.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { closure } from "../closing/closure.ts";
import { type ClosingCost, feesOf } from "../closing/cost-to-close.ts";
import { fundingOn } from "../closing/funding-on.ts";
import { lateActions } from "../closing/late-actions.ts";
import { closingScenarios, type Scenario } from "../closing/scenarios.ts";
import { type Day, isoDay, toDate, toDay } from "../day.ts";
import type { PlanChoice } from "../fees/billing.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { isoMonth } from "../month.ts";
import { lockDay } from "../totals/action-dates.ts";
import type {
  ClosingOutlook,
  CostStretchJson,
  PendingActionJson,
  ScenarioJson,
} from "./closing-outlook-json.ts";

const DAYS_OF_WEEK = 7;

/** Every way to a closing date with what it costs, day by day. A partner has one way and no cost. */
export function closingOutlook(
  account: Account,
  options: { on: Temporal.PlainDate } & PlanChoice,
): ClosingOutlook {
  const on = toDay(options.on);
  const { currency } = account;
  const made = closure(account, on, options);
  const scenarios = closingScenarios(account, on, made, options);
  const all = scenarios.map((_, at) => at);
  const best = cheapestOf(scenarios, all) ?? 0;
  const ofKind = (key: Scenario["key"]) => all.filter((at) => scenarios[at]?.key === key);
  const { balance } = fundingOn(made.billing);
  return {
    asOf: isoDay(on),
    currency,
    scenarios: scenarios.map((each) => scenarioJson(each, currency)),
    best,
    isBetter: best > 0,
    bestOf: Object.fromEntries(scenarios.map(({ key }) => [key, cheapestOf(scenarios, ofKind(key))])),
    balance: balance === null ? null : formatMinor(balance, currency),
    locks: locksOf(account, on),
  };
}

/** Of equal ones the first: it asks the least of the merchant. Undefined where there is none to choose from. */
const cheapestOf = (scenarios: readonly Scenario[], among: readonly number[]): number | undefined =>
  among.toSorted((one, other) => cheapestFees(scenarios[one]) - cheapestFees(scenarios[other]))[0];

/** A way without a possible day is no cheaper one. */
function cheapestFees(scenario: Scenario | undefined): number {
  const { days, cheapest } = scenario?.cost ?? { days: [], cheapest: null };
  return days.find(({ day }) => day === cheapest)?.fees ?? Number.MAX_SAFE_INTEGER;
}

function scenarioJson(
  { key, approved, earliest, cost, billing }: Scenario,
  currency: Currency,
): ScenarioJson {
  const stretches = stretchesOf(cost.days);
  const at = (day: Day | null) =>
    day === null ? undefined : stretches.find(({ from, to }) => from <= day && day <= to);
  const summed = (day: Day | null) => {
    const stretch = at(day);
    return stretch && day !== null
      ? { ...stretchJson(stretch, currency), months: monthsOf(billing, stretch.cost, currency) }
      : null;
  };
  const commission = approved.reduce((sum, { payout }) => sum + payout, 0);
  return {
    key,
    approved: approved.length,
    commission: formatMinor(commission, currency),
    earliest: earliest === null ? null : isoDay(earliest),
    atEarliest: summed(earliest),
    cheapest: summed(cost.cheapest),
    stretches: stretches.map((each) => stretchJson(each, currency)),
  };
}

const monthsOf = (billing: Scenario["billing"], cost: ClosingCost, currency: Currency) =>
  feesOf(cost, billing).map(({ month, fee }) => ({
    month: isoMonth(month),
    fee: formatMinor(fee, currency),
  }));

type Stretch = { from: Day; to: Day; cost: ClosingCost };

function stretchesOf(days: readonly ClosingCost[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const cost of days) {
    const last = stretches.at(-1);
    if (last && isSame(last.cost, cost)) last.to = cost.day;
    else stretches.push({ from: cost.day, to: cost.day, cost });
  }
  return stretches;
}

/** Balance and commissions are the same on every day, so that fees and refund decide. */
const isSame = (a: ClosingCost, b: ClosingCost): boolean =>
  a.possible === b.possible && a.fees === b.fees && a.net === b.net && a.expectedRefund === b.expectedRefund;

function stretchJson({ from, to, cost }: Stretch, currency: Currency): CostStretchJson {
  const money = (minor: number | null) => (minor === null ? null : formatMinor(minor, currency));
  return {
    from: isoDay(from),
    to: isoDay(to),
    possible: cost.possible,
    fees: formatMinor(cost.fees, currency),
    partnerCosts: money(cost.partnerCosts),
    fromBalance: money(cost.fromBalance),
    expectedRefund: money(cost.expectedRefund),
    net: money(cost.net),
  };
}

function locksOf(account: Account, on: Day): ClosingOutlook["locks"] {
  const actions = actionsAsOf(account.actions, on);
  if (actions === null) return null;
  const { late, crowd } = lateActions(actions.pending, on);
  const { currency } = account;
  const weeks: ClosingOutlook["locks"] & object = {
    weeks: [],
    crowd: crowd && { count: crowd.count, until: isoDay(crowd.until) },
    late: late.map((action) => actionJson(action, currency)),
    lateSum: formatMinor(
      late.reduce((sum, { payout }) => sum + payout, 0),
      currency,
    ),
    delayMonths: monthsLater(crowd?.until, late[0] && lockDay(late[0])),
  };
  if (crowd === null) return weeks;
  for (let from = on; from <= crowd.until; from += DAYS_OF_WEEK) {
    let count = 0;
    for (const group of actions.pending) {
      const day = lockDay(group.first[0]);
      if (day !== null && day >= from && day < from + DAYS_OF_WEEK && day <= crowd.until)
        count += group.count;
    }
    weeks.weeks.push({ from: isoDay(from), count });
  }
  return weeks;
}

const monthsLater = (from: Day | undefined, to: Day | null | undefined): number =>
  from === undefined || to == null ? 0 : toDate(from).until(toDate(to), { largestUnit: "month" }).months;

const actionJson = (action: Action, currency: Currency): PendingActionJson => {
  const locksOn = lockDay(action);
  return {
    action: action.id,
    partner: action.partner,
    program: action.program,
    payout: formatMinor(action.payout, currency),
    amount: formatMinor(action.amount, currency),
    trackedOn: isoDay(action.trackedOn),
    locksOn: locksOn === null ? null : isoDay(locksOn),
  };
};
