import type { Account, Action } from "../account/account.ts";
import type { Day } from "../day.ts";
import { type Billing, billingFor, type PlanChoice } from "../fees/billing.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { actionsAsOf } from "./actions-as-of.ts";
import { withApproved } from "./approve.ts";
import type { Closure } from "./closure.ts";
import { type CostToClose, costToClose } from "./cost-to-close.ts";
import { earliestClosing } from "./earliest-closing.ts";
import { fundedOn } from "./funded.ts";
import { lateActions } from "./late-actions.ts";

/** The closing as it stands, or as it would stand after what the merchant could do (D16, D17). */
export type Scenario = {
  /** Contracts end on the day of the report; as-is they end, or run, as they are. */
  key: "as-is" | "contracts-end" | "approved";
  /** How many of the latest pending actions are approved, and the commission that makes final. */
  approved: readonly Action[];
  earliest: Day | null;
  cost: CostToClose;
  billing: Billing;
};

/** As things are, with all contracts ended, and with one late action more approved each time. */
export function closingScenarios(account: Account, on: Day, made: Closure, choice: PlanChoice): Scenario[] {
  const asIs: Scenario = {
    key: "as-is",
    approved: [],
    earliest: made.earliest.day,
    cost: made.cost,
    billing: made.billing,
  };
  if (account.kind === "partner") return [asIs];
  const noFeesBefore = made.refund.scenario === "A" ? account.signedUpOn + 29 : null;
  const scenario = (approved: readonly Action[]): Scenario => {
    const changed = withApproved(account, approved, on);
    const actions = actionsAsOf(changed.actions, on);
    const billing = billingFor(changed, totalsOf(changed.actions, on), on, { contractsEnd: on }, choice);
    const earliest = earliestClosing(changed, actions, on, fundedOn(billing, actions)).day;
    return {
      key: approved.length > 0 ? "approved" : "contracts-end",
      approved,
      earliest,
      cost: costToClose(billing, { earliest, noFeesBefore }),
      billing,
    };
  };
  const { late } = lateActions(actionsAsOf(account.actions, on)?.pending ?? [], on);
  const isEnded = made.billing.whatIf.contractsEnd === on;
  return [asIs, ...(isEnded ? [] : [scenario([])]), ...late.map((_, at) => scenario(late.slice(0, at + 1)))];
}
