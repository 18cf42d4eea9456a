import type { AccountFacts } from "../account/account.ts";
import type { DailyTotals } from "../account/daily-totals.ts";
import { hasNotBegun, runningContracts } from "../account/open-items.ts";
import type { Day } from "../day.ts";
import { LAST_DAY } from "../day.ts";
import type { ReferenceRates } from "../money/reference-rates.ts";
import type { Plan } from "../plans/plan.ts";
import { type PlanAmounts, planAmounts } from "../plans/plan-amounts.ts";
import { planFor } from "../plans/versions.ts";
import { settledTotals } from "../totals/settled-totals.ts";

/**
 * What a merchant may try out; `revenueChangePpm` in millionths (+10 % = 100,000), `revenueAMonth` what new actions
 * shall bring in a full month, in minor units.
 */
export type WhatIf = {
  revenueChangePpm?: number;
  revenueAMonth?: number;
  contractsEnd?: Day;
  close?: Day;
};

/** Everything a figure is computed from. `totals` is null when the actions are not known. */
export type Billing = {
  facts: AccountFacts;
  totals: DailyTotals | null;
  plan: Plan;
  amounts: PlanAmounts;
  on: Day;
  whatIf: WhatIf;
};

/** Picks a figure's plan: an older version for a kept figure, other rates for a refreshed table. */
export type PlanChoice = { planVersion?: string; rates?: ReferenceRates };

export function billingFor(
  facts: AccountFacts,
  totals: DailyTotals | null,
  on: Day,
  whatIf: WhatIf = {},
  choice: PlanChoice = {},
): Billing {
  const plan = planFor(facts.edition, choice.planVersion);
  // A partner earns commissions and owes none, so no action costs it anything (S2).
  const costs = facts.kind === "partner" ? totals && [] : totals && settledTotals(totals);
  const amounts = planAmounts(plan, facts, choice.rates);
  return { facts, totals: costs, plan, amounts, on, whatIf: { ...knownEnd(facts, on), ...whatIf } };
}

/** Where every running contract has an end, or none runs, no action is tracked after the last of them (D17). */
function knownEnd(facts: AccountFacts, on: Day): WhatIf {
  const running = runningContracts(facts, on);
  // A row that could not be read may be a contract that runs on.
  if (running === null || facts.unread?.contracts || facts.unread?.programs) return {};
  const ends = running.map((contract) => (hasNotBegun(contract) ? null : contract.endsOn));
  if (ends.includes(null)) return {};
  return { contractsEnd: ends.reduce<Day>((last, day) => Math.max(last, day ?? on), on) };
}

/** Why a day has no amounts; "earlier": it lies before the day whose balance is known. */
export type MissingAmounts = "balance" | "actions" | "both" | "earlier";

/** What a day without amounts lacks. */
export function missingAmounts({ facts, totals }: Billing): MissingAmounts {
  if (facts.fundingBalance === null) return totals === null ? "both" : "balance";
  return totals === null ? "actions" : "earlier";
}

/** The day of closing, whose whole month still costs its fee (G27); without one there is no last month. */
export function closesOn(billing: Billing): Day {
  return billing.whatIf.close ?? LAST_DAY;
}
