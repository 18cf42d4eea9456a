import { lockDay, runningContracts, unpaidInvoices } from "./account.mjs";
import { firstDayOf, isoOf, monthOf } from "./amounts-and-days.mjs";
import { invoiceToCome } from "./funded.mjs";
import { unreadForClosing } from "./unread.mjs";

/** The first twenty of a list by name, and how many more there are. */
export function few(rows, name) {
  const named = rows.slice(0, 20).map(name);
  return rows.length > 20 ? [...named, { id: "core.more", values: { count: rows.length - 20 } }] : named;
}

/** The first day the account can close: the later of the last lock, the last payment, the last invoice and today. */
export function earliestClosing(account, actions, on, funded) {
  const paid = new Set(funded.invoices.map(({ id }) => id));
  const invoices = unpaidInvoices(account, on)?.filter(({ id }) => !paid.has(id)) ?? null;
  const contracts = runningContracts(account, on);
  const holds = [
    ...pending(actions),
    ...uncovered(account, actions, funded),
    ...payments(account, funded.unfunded, invoices ?? [], on),
    ...byInvoice(invoices, on),
  ];
  const unknown = holds.some(({ until }) => until === null);
  const day = unknown ? null : Math.max(on, ...holds.map(({ until }) => until));
  const because = holds
    .filter(({ until }) => until === null || until === day || unknown)
    .flatMap(({ notes }) => notes);
  const runs = contracts === null || contracts.length > 0;
  if (runs) because.push({ id: contracts ? "core.earliest.contractsRun" : "core.earliest.contractsUnknown" });
  // A row that nobody could read may hold the closing longer.
  const unread = unreadForClosing(account);
  if (!runs && holds.length === 0 && unread.length === 0) because.push({ id: "core.earliest.nothingHolds" });
  because.push(...unread);
  return { day, because, mayMove: runs || holds.length > 0 || unread.length > 0 };
}

function pending(actions) {
  if (actions === null) return [{ until: null, notes: [{ id: "core.earliest.actionsUnknown" }] }];
  const [last] = actions.pending;
  if (!last) return [];
  const until = lockDay(last);
  const same = actions.pending.filter((row) => lockDay(row) === until);
  const note = ({ id, partner }) =>
    until === null
      ? { id: "core.earliest.openEnded", values: { action: id, partner } }
      : { id: "core.earliest.locks", values: { action: id, partner, locksOn: isoOf(until) } };
  return [{ until, notes: few(same, note) }];
}

/** What locks later and is not covered by the balance then. */
function uncovered(account, actions, { coveredOn }) {
  if (coveredOn === null || actions === null) return [];
  const days = actions.pending.map(lockDay).filter((day) => day !== null);
  const late = days.map((day) => [day, coveredOn(day)]).filter(([day, covered]) => covered !== day);
  return latest(late.map(([day, covered]) => later(account, day, covered)));
}

function later(account, locksOn, covered) {
  const dueOn = invoiceToCome(account, locksOn);
  const invoicedOn = isoOf(firstDayOf(monthOf(locksOn) + 1));
  const values = { locksOn: isoOf(locksOn), invoicedOn, dueOn: isoOf(dueOn) };
  return {
    until: Math.max(dueOn, covered ?? dueOn),
    notes: [{ id: "core.earliest.invoiceToCome", values }],
  };
}

function latest(holds) {
  const [first, ...more] = holds;
  return first ? [more.reduce((last, hold) => (hold.until > last.until ? hold : last), first)] : [];
}

function payments(account, unpaid, invoices, on) {
  const dated = unpaid.filter(({ clearedOn }) => clearedOn !== null);
  const undated = unpaid.filter(({ clearedOn }) => clearedOn === null);
  const holds = [];
  if (dated.length > 0) {
    const last = Math.max(...dated.map(({ clearedOn }) => clearedOn));
    const same = dated.filter(({ clearedOn }) => clearedOn === last);
    const note = ({ id }) => ({ id: "core.earliest.clears", values: { action: id, clearedOn: isoOf(last) } });
    holds.push({ until: last, notes: few(same, note) });
  }
  if (invoices.length > 0) return holds;
  const comes = (row) => lockDay(row) !== null && invoiceToCome(account, lockDay(row)) > on;
  holds.push(...latest(undated.filter(comes).map((row) => later(account, lockDay(row), null))));
  const unknown = undated.filter((row) => !comes(row));
  if (unknown.length > 0) {
    const note = ({ id, partner }) => ({ id: "core.earliest.unpaid", values: { action: id, partner } });
    holds.push({ until: null, notes: few(unknown, note) });
  }
  return holds;
}

function byInvoice(invoices, on) {
  if (invoices === null) return [{ until: null, notes: [{ id: "core.earliest.invoicesUnknown" }] }];
  return invoices.map(({ id, dueOn, paidOn }) => ({
    until: dueOn < on ? on : (paidOn ?? dueOn),
    notes: [
      {
        id: dueOn < on ? "core.earliest.invoiceLate" : "core.earliest.invoice",
        values: { invoice: id, dueOn: isoOf(dueOn) },
      },
    ],
  }));
}
