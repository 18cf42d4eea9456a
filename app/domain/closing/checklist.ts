import type { Account } from "../account/account.ts";
import { unreadNote } from "../account/unread-rows.ts";
import type { Day } from "../day.ts";
import type { Note } from "../text.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import { type ChecklistItem, itemFor } from "./checklist-item.ts";
import type { Funded } from "./funded.ts";
import {
  catalogsLeft,
  contractsEnding,
  contractsLeft,
  fundedActions,
  fundedInvoices,
  invoicesLeft,
  pendingLeft,
  switchesLeft,
  unpaidLeft,
} from "./left-over.ts";

/** What a checklist looks at; `shortfall` is what the balance lacks for what is owed, null = not known. */
export type ChecklistInput = {
  account: Account;
  actions: ActionsAsOf | null;
  on: Day;
  shortfall: Note[] | null;
  /** What the balance has paid by the statement (D1); null where nothing can be said of it. */
  funded: Funded | null;
};

/** The list of the account's kind: partner (S2), Starter brand (S0), any other brand (S1). */
export function checklist(input: ChecklistInput): ChecklistItem[] {
  if (input.account.kind === "partner") return partnerChecklist(input);
  return input.account.edition === "starter" ? starterChecklist(input) : brandChecklist(input);
}

/** S0; catalogs and refund form come from S1 and do not hold a Starter account up (G17). */
function starterChecklist({ account, actions, on, funded }: ChecklistInput): ChecklistItem[] {
  const unread = unreadOf(account, actions);
  return [
    contractsItem(account, on, unread.contracts),
    invoicesItem({ account, on, funded }, unread.invoices),
    itemFor(
      "pay-actions",
      joined(pendingLeft(account, actions), unpaidLeft(account, actions, funded?.unfunded)),
      { unread: unread.actions, funded: funded && fundedActions(account, funded) },
    ),
    // Whether a ticket was sent is not in the account file; the app that sent it knows.
    itemFor("contact-support", null),
    itemFor("delete-catalogs", catalogsLeft(account), { blocking: false, unread: unread.catalogs }),
    itemFor("refund-form", null, { blocking: false }),
  ];
}

/** S1. */
function brandChecklist({ account, actions, on, shortfall }: ChecklistInput): ChecklistItem[] {
  const unread = unreadOf(account, actions);
  return [
    contractsItem(account, on, unread.contracts),
    itemFor("withdraw-switches", switchesLeft(account, on), { unread: unread.contracts }),
    itemFor("settle-pending-actions", pendingLeft(account, actions), { unread: unread.actions }),
    itemFor("cover-required-funding", shortfall, { unread: unread.actions }),
    itemFor("settle-invoices", invoicesLeft(account, on), { unread: unread.invoices }),
    itemFor("refund-form", null, { blocking: false }),
    itemFor("delete-catalogs", catalogsLeft(account), { unread: unread.catalogs }),
    itemFor("wait-for-last-lock", pendingLeft(account, actions), { unread: unread.actions }),
    itemFor("contact-support", null),
  ];
}

/** S2. The partner's balance is in no API; the file may hold it as `fundingBalance`. */
function partnerChecklist({ account, actions, on }: ChecklistInput): ChecklistItem[] {
  const upcoming = joined(pendingLeft(account, actions), unpaidLeft(account, actions));
  const balance = account.fundingBalance?.amount ?? null;
  const held: Note[] | null =
    balance === null ? null : balance > 0 ? [{ id: "core.checklist.balanceLeft" }] : [];
  const unread = unreadOf(account, actions);
  return [
    contractsItem(account, on, unread.contracts),
    itemFor("no-funds", joined(upcoming, held), { unread: unread.actions }),
    itemFor("paystub-or-forfeit", held),
    itemFor("contact-support", null),
  ];
}

function contractsItem(account: Account, on: Day, unread: readonly (Note | null)[]): ChecklistItem {
  const ending = contractsEnding(account, on);
  const item = itemFor("expire-contracts", contractsLeft(account, on), { unread });
  return ending ? { ...item, ending } : item;
}

/** An overdue invoice is left, whatever the statement says; that the balance may have paid it is said beside it (D1). */
function invoicesItem(
  { account, on, funded }: Pick<ChecklistInput, "account" | "on" | "funded">,
  unread: readonly (Note | null)[],
): ChecklistItem {
  const doubtful = funded && fundedInvoices(account, funded, funded.doubtful);
  const item = itemFor("settle-invoices", invoicesLeft(account, on, funded?.invoices), {
    unread,
    funded: funded && fundedInvoices(account, funded, funded.invoices),
  });
  return doubtful ? { ...item, doubtful } : item;
}

/** The sentences on unread rows for what rests on each list. Of a program that could not be read nothing was asked. */
function unreadOf(account: Account, actions: ActionsAsOf | null) {
  const programs = unreadNote(account, "programs", null);
  return {
    contracts: [unreadNote(account, "contracts", account.contracts?.length ?? null), programs],
    actions: [unreadNote(account, "actions", actions?.tracked ?? null), programs],
    invoices: [unreadNote(account, "invoices", account.invoices?.length ?? null)],
    catalogs: [unreadNote(account, "catalogs", account.catalogs?.length ?? null)],
  };
}

/** Two lists of what is left as one; what is known to be open shows even when the rest is not known. */
function joined(a: Note[] | null, b: Note[] | null): Note[] | null {
  const left = [...(a ?? []), ...(b ?? [])];
  return left.length === 0 && (a === null || b === null) ? null : left;
}
