import type { Account } from "../account/account.ts";
import type { Day } from "../day.ts";
import type { Note } from "../text.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import { type ChecklistItem, itemFor } from "./checklist-item.ts";
import {
  catalogsLeft,
  contractsEnding,
  contractsLeft,
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
};

/** The list of the account's kind: partner (S2), Starter brand (S0), any other brand (S1). */
export function checklist(input: ChecklistInput): ChecklistItem[] {
  if (input.account.kind === "partner") return partnerChecklist(input);
  return input.account.edition === "starter" ? starterChecklist(input) : brandChecklist(input);
}

/** S0; catalogs and refund form come from S1 and do not hold a Starter account up (G17). */
function starterChecklist({ account, actions, on }: ChecklistInput): ChecklistItem[] {
  return [
    contractsItem(account, on),
    itemFor("settle-invoices", invoicesLeft(account, on)),
    itemFor("pay-actions", joined(pendingLeft(account, actions), unpaidLeft(account, actions))),
    // Whether a ticket was sent is not in the account file; the app that sent it knows.
    itemFor("contact-support", null),
    itemFor("delete-catalogs", catalogsLeft(account), false),
    itemFor("refund-form", null, false),
  ];
}

/** S1. */
function brandChecklist({ account, actions, on, shortfall }: ChecklistInput): ChecklistItem[] {
  return [
    contractsItem(account, on),
    itemFor("withdraw-switches", switchesLeft(account, on)),
    itemFor("settle-pending-actions", pendingLeft(account, actions)),
    itemFor("cover-required-funding", shortfall),
    itemFor("settle-invoices", invoicesLeft(account, on)),
    itemFor("refund-form", null, false),
    itemFor("delete-catalogs", catalogsLeft(account)),
    itemFor("wait-for-last-lock", pendingLeft(account, actions)),
    itemFor("contact-support", null),
  ];
}

/** S2. The partner's balance is in no API; the file may hold it as `fundingBalance`. */
function partnerChecklist({ account, actions, on }: ChecklistInput): ChecklistItem[] {
  const upcoming = joined(pendingLeft(account, actions), unpaidLeft(account, actions));
  const balance = account.fundingBalance?.amount ?? null;
  const held: Note[] | null =
    balance === null ? null : balance > 0 ? [{ id: "core.checklist.balanceLeft" }] : [];
  return [
    contractsItem(account, on),
    itemFor("no-funds", joined(upcoming, held)),
    itemFor("paystub-or-forfeit", held),
    itemFor("contact-support", null),
  ];
}

function contractsItem(account: Account, on: Day): ChecklistItem {
  const ending = contractsEnding(account, on);
  const item = itemFor("expire-contracts", contractsLeft(account, on));
  return ending ? { ...item, ending } : item;
}

/** Two lists of what is left as one; what is known to be open shows even when the rest is not known. */
function joined(a: Note[] | null, b: Note[] | null): Note[] | null {
  const left = [...(a ?? []), ...(b ?? [])];
  return left.length === 0 && (a === null || b === null) ? null : left;
}
