import { lockDay, unpaidInvoices } from "./account.mjs";
import { firstDayOf, monthOf, sum } from "./amounts-and-days.mjs";
import { rolled } from "./funding.mjs";

/** What the balance paid at locking of what impact.com still shows as open: of a Starter account with a known balance. */
export function fundedOn(known, actions, feeIn) {
  const { account, rows, on } = known;
  const unpaid = actions?.unpaid ?? [];
  const { kind, edition, balance } = account;
  const isFunded = kind === "brand" && edition === "starter" && rows !== null && actions !== null;
  if (!isFunded || balance === null || balance.asOf > on)
    return { paid: [], unfunded: unpaid, invoices: [], coveredOn: null };
  const locks = actions.pending.map(lockDay).filter((day) => day !== null);
  const days = rolled(known, feeIn, Math.max(on, ...locks) + 70);
  const behind = (unpaidInvoices(account, on) ?? []).some(({ dueOn }) => dueOn < on);
  const coveredOn = (day) => {
    if (day < balance.asOf) return behind ? null : day;
    const due = sum(days.filter((row) => row.day <= day).map(({ fallsDue }) => fallsDue));
    let paid = 0n;
    for (const row of days) {
      paid += row.deducted;
      if (row.day >= day && paid >= due) return row.day;
    }
    return null;
  };
  const paid = [];
  const unfunded = [];
  for (const row of unpaid) {
    const day = lockDay(row) === null ? null : coveredOn(lockDay(row));
    if (day !== null && day <= on) paid.push({ row, fundedOn: day });
    else unfunded.push(row);
  }
  return { paid, unfunded, invoices: invoicesOf(account, on, paid), coveredOn };
}

/** Open invoices that are not late, the earliest first, as far as the sum of the paid actions reaches. */
function invoicesOf(account, on, paid) {
  if (paid.length === 0) return [];
  let left = sum(paid.map(({ row }) => row.payout));
  const open = (unpaidInvoices(account, on) ?? []).filter(({ dueOn }) => dueOn >= on);
  return [...open]
    .sort((a, b) => a.dueOn - b.dueOn)
    .filter(({ total }) => {
      if (total > left) return false;
      left -= total;
      return true;
    });
}

/** The day an invoice to come is due: made on the 1st after the lock, due as late in its month as any known one. */
export function invoiceToCome({ invoices }, locksOn) {
  const daysToPay = (invoices ?? []).map(({ dueOn }) => dueOn - firstDayOf(monthOf(dueOn)));
  return firstDayOf(monthOf(locksOn) + 1) + Math.max(0, ...daysToPay);
}
