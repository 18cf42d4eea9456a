import type { Account, Contract, Invoice } from "../account/account.ts";
import { hasNotBegun, openCatalogs, runningContracts, unpaidInvoices } from "../account/open-items.ts";
import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { Note } from "../text.ts";
import { lockDay } from "../totals/action-dates.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import type { Ending, PaidFromBalance } from "./checklist-item.ts";
import type { Funded } from "./funded.ts";
import { nameFirst, nameFirstActions } from "./name-first.ts";

/** Contracts still to expire; null = not known. One that ends on a known day is not left (D5). */
export function contractsLeft(account: Account, on: Day): Note[] | null {
  const left = runningContracts(account, on)?.filter((contract) => !isEnding(contract));
  return left
    ? nameFirst(left, (contract) => ({
        id: hasNotBegun(contract) ? "core.checklist.switch" : "core.checklist.contract",
        values: { contract: contract.id, partner: contract.partner },
      }))
    : null;
}

/** Contracts that run until a day already chosen; null where there is none. */
export function contractsEnding(account: Account, on: Day): Ending | null {
  const ending = runningContracts(account, on)?.filter(isEnding) ?? [];
  if (ending.length === 0) return null;
  const contracts = nameFirst(ending, ({ id, partner, endsOn }) => ({
    id: "core.checklist.contractEnds",
    values: { contract: id, partner, endsOn: isoDay(endsOn) },
  }));
  return { lastOn: isoDay(ending.reduce((last, { endsOn }) => Math.max(last, endsOn), 0)), contracts };
}

const isEnding = (contract: Contract): contract is Contract & { endsOn: Day } =>
  contract.endsOn !== null && !hasNotBegun(contract);

/** Scheduled switches and proposals: contracts that have not begun (S1). */
export function switchesLeft(account: Account, on: Day): Note[] | null {
  const waiting = runningContracts(account, on)?.filter(hasNotBegun);
  return waiting
    ? nameFirst(waiting, ({ id, partner }) => ({
        id: "core.checklist.switch",
        values: { contract: id, partner },
      }))
    : null;
}

/** Partner invoices not paid; those `paid` from the balance are not left. */
export function invoicesLeft(account: Account, on: Day, paid: readonly Invoice[] = []): Note[] | null {
  const unpaid =
    unpaidInvoices(account, on)?.filter(({ id }) => !paid.some((each) => each.id === id)) ?? null;
  return (
    unpaid &&
    nameFirst(unpaid, ({ id, dueOn, total }) => ({
      id: "core.checklist.invoice",
      values: {
        invoice: id,
        dueOn: isoDay(dueOn),
        totalAmount: formatMinor(total, account.currency),
        currency: account.currency,
      },
    }))
  );
}

/** Actions that have not locked yet. */
export function pendingLeft(account: Account, actions: ActionsAsOf | null): Note[] | null {
  return (
    actions &&
    nameFirstActions(actions.pending, (action) => {
      const locksOn = lockDay(action);
      const values = {
        action: action.id,
        partner: action.partner,
        payoutAmount: formatMinor(action.payout, account.currency),
        currency: account.currency,
      };
      if (locksOn === null) return { id: "core.checklist.openEnded", values };
      return { id: "core.checklist.pending", values: { ...values, locksOn: isoDay(locksOn) } };
    })
  );
}

/** Actions that have locked and are not paid to the partner; `left` are those the balance has not paid either. */
export function unpaidLeft(
  account: Account,
  actions: ActionsAsOf | null,
  left = actions?.unpaid ?? [],
): Note[] | null {
  return (
    actions &&
    nameFirstActions(left, ({ id, partner, payout }) => ({
      id: "core.checklist.unpaid",
      values: {
        action: id,
        partner,
        payoutAmount: formatMinor(payout, account.currency),
        currency: account.currency,
      },
    }))
  );
}

/** Actions that impact.com does not show as paid and the balance has paid; null where there is none. */
export function fundedActions(account: Account, { groups }: Funded): PaidFromBalance | null {
  if (groups.length === 0) return null;
  const paidOn = new Map(groups.map(({ group, fundedOn }) => [lockDay(group.first[0]), fundedOn]));
  const things = nameFirstActions(
    groups.map(({ group }) => group),
    (action) => ({
      id: "core.checklist.funded",
      values: {
        action: action.id,
        partner: action.partner,
        payoutAmount: formatMinor(action.payout, account.currency),
        currency: account.currency,
        fundedOn: isoDay(paidOn.get(lockDay(action)) ?? 0),
      },
    }),
  );
  const lastOn = isoDay(groups.reduce((last, { fundedOn }) => Math.max(last, fundedOn), 0));
  return { lastOn, dueOn: null, things };
}

/** Partner invoices that impact.com still shows as open and whose actions the balance has paid. */
export function fundedInvoices(
  account: Account,
  { groups }: Funded,
  invoices: readonly Invoice[],
): PaidFromBalance | null {
  if (invoices.length === 0) return null;
  const lastOn = isoDay(Math.max(...groups.map(({ fundedOn }) => fundedOn)));
  const things = nameFirst(invoices, ({ id, dueOn, total }) => ({
    id: "core.checklist.invoiceFunded",
    values: {
      invoice: id,
      dueOn: isoDay(dueOn),
      totalAmount: formatMinor(total, account.currency),
      currency: account.currency,
    },
  }));
  const dueOn = isoDay(Math.max(...invoices.map((invoice) => invoice.dueOn)));
  return { lastOn, dueOn, things };
}

/** Catalogs to delete by hand. */
export function catalogsLeft(account: Account): Note[] | null {
  const stillOpen = openCatalogs(account);
  return (
    stillOpen &&
    nameFirst(stillOpen, ({ id, name }) => ({ id: "core.checklist.catalog", values: { catalog: id, name } }))
  );
}
