import type { Day } from "../day.ts";
import type { Account, AccountFacts, Catalog, Contract, Invoice } from "./account.ts";

/** Sorted by id, so that the order of the file does not show. */
export function byId<T extends { id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A scheduled switch or a proposal (S1). */
export const hasNotBegun = ({ status }: Contract): boolean => status === "UPCOMING" || status === "PENDING";

/** Contracts not at their end on a day; a contract still runs on its last day (until 23:59:59, H11). Null = not known. */
export function runningContracts(account: Pick<AccountFacts, "contracts">, on: Day): Contract[] | null {
  const running = (contract: Contract) =>
    contract.status !== "EXPIRED" &&
    contract.status !== "DECLINED" &&
    (contract.endsOn === null || contract.endsOn >= on);
  return account.contracts && byId(account.contracts.filter(running));
}

/** Partner invoices not paid by a day. Null = not known. */
export function unpaidInvoices(account: Pick<AccountFacts, "invoices">, on: Day): Invoice[] | null {
  const unpaid = (invoice: Invoice) =>
    invoice.paidOn === null ? invoice.status !== "PAID" : invoice.paidOn > on;
  return account.invoices && byId(account.invoices.filter(unpaid));
}

/** Catalogs that still stand: a deleted one is absent or closed (G28). Null = not known. */
export function openCatalogs(account: Account): Catalog[] | null {
  return (
    account.catalogs &&
    byId(account.catalogs.filter(({ status }) => status === "ACTIVE" || status === "PENDING"))
  );
}
