import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { unreadNote } from "../account/unread-rows.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { type ChecklistItem, itemFor } from "../closing/checklist-item.ts";
import { invoicesLeft, pendingLeft, unpaidLeft } from "../closing/left-over.ts";
import { toDay } from "../day.ts";

/** What S2 wants gone beside the balance: earnings on their way to a partner, and those a brand is late with. */
export function partnerFunds(account: Account, on: Temporal.PlainDate): ChecklistItem[] {
  const day = toDay(on);
  const actions = actionsAsOf(account.actions, day);
  const pending = pendingLeft(account, actions);
  const upcoming = pending && [...pending, ...(unpaidLeft(account, actions) ?? [])];
  const invoices = account.invoices?.filter(({ status }) => status === "OVERDUE") ?? null;
  return [
    itemFor("upcoming-funds", upcoming, {
      unread: [unreadNote(account, "actions", actions?.tracked ?? null)],
    }),
    itemFor("overdue-earnings", invoicesLeft({ ...account, invoices }, day), {
      unread: [unreadNote(account, "invoices", account.invoices?.length ?? null)],
    }),
  ];
}
