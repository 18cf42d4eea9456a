import { Temporal } from "temporal-polyfill";
import type { ActionRow } from "#sandbox/impact/derive/actions.ts";
import { firstOfNextMonth, nextDay } from "#sandbox/impact/derive/days.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

type InvoiceStatus = "PENDING" | "PAID" | "OVERDUE";

export interface InvoiceRow {
  id: string;
  partnerId: number;
  partner: string;
  createdOn: string;
  dueOn: string;
  paidMs: number | null;
  status: InvoiceStatus;
  actions: readonly ActionRow[];
}

/** Days from an invoice's date to its due day. */
const DAYS_TO_PAY = 15;

/** Id of the invoice for what a partner's actions locked in one month came to. */
export const invoiceId = (partnerId: number, lockDay: string): string =>
  `${partnerId}-${lockDay.slice(0, 4)}${lockDay.slice(5, 7)}`;

/** Day an invoice for this month is made, and the day it is due. */
export function invoiceDays(lockDay: string): { createdOn: string; dueOn: string } {
  const createdOn = firstOfNextMonth(lockDay);
  return { createdOn, dueOn: Temporal.PlainDate.from(createdOn).add({ days: DAYS_TO_PAY }).toString() };
}

/** Partner invoices that exist at `nowMs`: one per partner and month of locking, made on the 1st after it. */
export function invoicesAt(
  account: PreparedAccount,
  changes: AccountChanges,
  actions: readonly ActionRow[],
  nowMs: number,
): InvoiceRow[] {
  const groups = new Map<string, ActionRow[]>();
  for (const action of actions) {
    if (action.state !== "APPROVED" || action.locksOn === null) continue;
    const id = invoiceId(action.source.partnerId, action.locksOn);
    const group = groups.get(id);
    if (group) group.push(action);
    else groups.set(id, [action]);
  }
  const listed = new Map(account.seed.account.invoices.map((invoice) => [invoice.id, invoice]));
  const rows = [...groups].flatMap(([id, group]): InvoiceRow[] => {
    const [first] = group;
    if (!first?.locksOn) return [];
    const { createdOn, dueOn } = invoiceDays(first.locksOn);
    if (account.dayStart(createdOn) > nowMs) return [];
    const seeded = listed.get(id);
    const paidOn = seeded ? seeded.paidOn : account.seed.sandbox.paysInvoicesOnDueDay ? dueOn : null;
    const paidMs = earliest(
      changes.invoices[id]?.paidAt,
      paidOn === null ? undefined : account.dayStart(paidOn),
      nowMs,
    );
    const overdue = account.dayStart(nextDay(dueOn)) <= nowMs;
    const status = paidMs !== null ? "PAID" : overdue ? "OVERDUE" : "PENDING";
    const partner = { partnerId: first.source.partnerId, partner: first.source.file.partner };
    return [{ id, ...partner, createdOn, dueOn, paidMs, status, actions: group }];
  });
  return rows.sort((a, b) => b.createdOn.localeCompare(a.createdOn) || a.partnerId - b.partnerId);
}

function earliest(a: number | undefined, b: number | undefined, nowMs: number): number | null {
  const past = [a, b].filter((at): at is number => at !== undefined && at <= nowMs);
  return past.length === 0 ? null : Math.min(...past);
}

const clearedOf = new WeakMap<readonly InvoiceRow[], ReadonlyMap<string, number>>();

/** When each locked action was paid out: when its invoice was. Made once for each list of invoices. */
export function clearedTimes(invoices: readonly InvoiceRow[]): ReadonlyMap<string, number> {
  const known = clearedOf.get(invoices);
  if (known) return known;
  const cleared = new Map<string, number>();
  for (const invoice of invoices) {
    if (invoice.paidMs === null) continue;
    for (const action of invoice.actions) cleared.set(action.source.file.id, invoice.paidMs);
  }
  clearedOf.set(invoices, cleared);
  return cleared;
}

/** The day on which the invoice of an action is paid, as planned: the due day. */
export const clearingDay = (action: ActionRow): string | null =>
  action.locksOn === null ? null : invoiceDays(action.locksOn).dueOn;
