import { ledgerOf } from "#sandbox/impact/derive/ledger.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

type TrialCondition = "in-trial" | "card-never-charged" | "no-partner-cost";

/** The three conditions under which impact.com shows "Cancel subscription" (S0), each met or not. */
export function trialConditions(view: AccountView): { condition: TrialCondition; met: boolean }[] {
  const ends = view.account.seed.account.trialEndsOn;
  return [
    { condition: "in-trial", met: ends !== null && view.today <= ends },
    { condition: "card-never-charged", met: !ledgerOf(view).everCharged },
    { condition: "no-partner-cost", met: view.actions.length === 0 },
  ];
}

/** Whether the merchant may cancel by a button today. */
export const canCancel = (view: AccountView): boolean =>
  !view.closed &&
  view.changes.subscriptionCancelledAt === null &&
  trialConditions(view).every(({ met }) => met);
