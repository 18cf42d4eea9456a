import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { CLOSING_LISTS, unreadNotes } from "../account/unread-rows.ts";
import { listAssumptions } from "../assumptions.ts";
import { closure } from "../closing/closure.ts";
import type { ClosingCost } from "../closing/cost-to-close.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import type { PlanChoice } from "../fees/billing.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import type { ClosingCostJson, ClosureReport } from "./closure-json.ts";
import { planUsed } from "./plan-used.ts";

/** `closesOn` is the day the merchant wants to close on, where it is later than the earliest one. */
export type ClosureOptions = {
  on: Temporal.PlainDate;
  closesOn?: Temporal.PlainDate | undefined;
} & PlanChoice;

/** The way out as of `on`; actions tracked later are not known on that day and do not count. */
export function closureReport(account: Account, options: ClosureOptions): ClosureReport {
  const on = toDay(options.on);
  const made = closure(account, on, options, options.closesOn ? toDay(options.closesOn) : null);
  const { trial, refund, earliest, cost } = made;
  return {
    asOf: isoDay(on),
    currency: account.currency,
    route: made.route,
    trial: {
      eligible: trial.status === "yes",
      status: trial.status,
      unmet: trial.unmet,
      conditions: trial.conditions,
    },
    daysActive: made.daysActive,
    refund: {
      scenario: refund.scenario,
      literal: refund.literal,
      row: refund.row,
      text: refund.text,
      refundBy: dayOrNull(made.refundBy),
      warnings: refund.warnings,
    },
    earliestClosing: { date: dayOrNull(earliest.day), because: earliest.because, mayMove: earliest.mayMove },
    checklist: made.checklist,
    costToClose: {
      days: cost.days.map((day) => costJson(day, account.currency)),
      cheapest: dayOrNull(cost.cheapest),
    },
    whoPays: made.whoPays,
    unread: unreadNotes(account, CLOSING_LISTS),
    plan: planUsed(made.billing),
    assumptions: listAssumptions(made.assumptions),
  };
}

function costJson(cost: ClosingCost, currency: Currency): ClosingCostJson {
  const money = (minor: number | null) => (minor === null ? null : formatMinor(minor, currency));
  return {
    date: isoDay(cost.day),
    possible: cost.possible,
    fees: formatMinor(cost.fees, currency),
    partnerCosts: money(cost.partnerCosts),
    fromBalance: money(cost.fromBalance),
    expectedRefund: money(cost.expectedRefund),
    net: money(cost.net),
  };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
