import { invoiceDays, invoiceId } from "#sandbox/impact/derive/invoices.ts";
import { fromMinor, sumMinor } from "#sandbox/impact/derive/minor.ts";
import type { BusyContract } from "#sandbox/impact/seeds/busy-contracts.ts";
import type { FileAction, FileInvoice } from "#sandbox/impact/state/account-file.ts";

/** Invoices nobody has paid before the demo begins, by the month their actions locked: overdue from its first day. */
const UNPAID_LOCK_MONTH = "2026-03";
const UNPAID_COUNT = 2;

/** The busy account's unpaid invoices; every other one is paid on its due day. */
export function busyUnpaidInvoices(
  contracts: readonly BusyContract[],
  actions: readonly FileAction[],
): FileInvoice[] {
  const unpaid: FileInvoice[] = [];
  for (const { partner, partnerId } of contracts) {
    const locked = actions.filter(
      (action) =>
        action.partner === partner &&
        action.state !== "REVERSED" &&
        action.locksOn?.startsWith(UNPAID_LOCK_MONTH) === true,
    );
    const lockDay = locked[0]?.locksOn;
    if (!lockDay || unpaid.length === UNPAID_COUNT) continue;
    unpaid.push({
      id: invoiceId(partnerId, lockDay),
      dueOn: invoiceDays(lockDay).dueOn,
      total: fromMinor(sumMinor(locked.map(({ payout }) => payout))),
      status: "OVERDUE",
      paidOn: null,
    });
  }
  return unpaid;
}
