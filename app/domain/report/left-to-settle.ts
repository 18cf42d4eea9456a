import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { checklist } from "../closing/checklist.ts";
import type { ChecklistItem } from "../closing/checklist-item.ts";
import { toDay } from "../day.ts";

/**
 * What is left to settle where the sign-up date is not known: contracts, invoices, actions and catalogs do not depend
 * on it. What the balance lacks does, because fees are part of what is owed, and stays unknown.
 */
export function leftToSettle(account: Account, on: Temporal.PlainDate): ChecklistItem[] {
  const day = toDay(on);
  return checklist({
    account,
    actions: actionsAsOf(account.actions, day),
    on: day,
    shortfall: null,
    funded: null,
  });
}
