import type { AccountView } from "#sandbox/impact/derive/view.ts";
import type { Category } from "#sandbox/impact/state/categories.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { Fault } from "#sandbox/impact/state/faults.ts";

/** An edit of one account, and how many things it touched. */
export interface Edit {
  changes: AccountChanges;
  touched: number;
}

/** Ends the chosen active contracts on a day; on request withdraws every proposal and scheduled contract (H11). */
export function expireContracts(
  view: AccountView,
  { ids, endsOn, withdrawSwitches }: { ids: readonly string[]; endsOn: string; withdrawSwitches: boolean },
): Edit {
  const day = endsOn < view.today ? view.today : endsOn;
  const ended = view.contracts.filter((row) => row.status === "ACTIVE" && ids.includes(row.id));
  const withdrawn = withdrawSwitches
    ? view.contracts.filter((row) => row.status === "PENDING" || row.status === "UPCOMING")
    : [];
  const contracts = { ...view.changes.contracts };
  for (const row of ended) contracts[row.id] = { endsOn: day, at: view.nowMs };
  for (const row of withdrawn) contracts[row.id] = { endsOn: null, at: view.nowMs };
  return { changes: { ...view.changes, contracts }, touched: ended.length + withdrawn.length };
}

export function payInvoices(view: AccountView, ids: readonly string[]): Edit {
  const open = view.invoices.filter((row) => row.status !== "PAID" && ids.includes(row.id));
  const invoices = { ...view.changes.invoices };
  for (const row of open) invoices[row.id] = { paidAt: view.nowMs };
  return { changes: { ...view.changes, invoices }, touched: open.length };
}

/** Approves or reverses actions that are still pending; a locked one can no longer change (H10). */
export function settleActions(
  view: AccountView,
  ids: readonly string[],
  state: "APPROVED" | "REVERSED",
): Edit {
  const wanted = new Set(ids);
  const pending = view.actions.filter((row) => row.state === "PENDING" && wanted.has(row.source.file.id));
  const actions = { ...view.changes.actions };
  for (const row of pending) actions[row.source.file.id] = { state, at: view.nowMs };
  return { changes: { ...view.changes, actions }, touched: pending.length };
}

export function deleteCatalog(view: AccountView, id: string): Edit {
  const known = view.catalogs.some((row) => row.id === id && row.status !== "CLOSED");
  if (!known) return { changes: view.changes, touched: 0 };
  const catalogs = { ...view.changes.catalogs, [id]: { deletedAt: view.nowMs } };
  return { changes: { ...view.changes, catalogs }, touched: 1 };
}

export const setToken = (view: AccountView, token: { disabled: boolean; withheld: Category[] }): Edit => ({
  changes: { ...view.changes, token },
  touched: 1,
});

/** Switches a fault on for one category or all; it replaces the one that was there. */
export function addFault(view: AccountView, fault: Fault): Edit {
  const others = view.changes.faults.filter((one) => one.category !== fault.category);
  return { changes: { ...view.changes, faults: [...others, fault] }, touched: 1 };
}

export const clearFaults = (view: AccountView): Edit => ({
  changes: { ...view.changes, faults: [] },
  touched: view.changes.faults.length,
});

export const cancelSubscription = (view: AccountView): Edit => ({
  changes: { ...view.changes, subscriptionCancelledAt: view.nowMs },
  touched: 1,
});

/** What impact.com's staff does at the end: nothing is tracked any more and the API refuses the token. */
export const closeAccount = (view: AccountView): Edit =>
  view.closed
    ? { changes: view.changes, touched: 0 }
    : { changes: { ...view.changes, closedAt: view.nowMs }, touched: 1 };
