import type { Account, Action, Invoice } from "../account/account.ts";
import { CLOSING_LISTS, unreadNotes } from "../account/unread-rows.ts";
import type { Assumption } from "../assumptions.ts";
import { type Day, isoDay } from "../day.ts";
import type { Note } from "../text.ts";
import { lockDay } from "../totals/action-dates.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import { nameFirstActions } from "./name-first.ts";
import { runningContracts, unpaidInvoices } from "./open-items.ts";

/** The first day the account can close, what holds it, and whether it can still move. `day` null = not known. */
export type EarliestClosing = {
  day: Day | null;
  because: Note[];
  mayMove: boolean;
  assumptions: Assumption[];
};

/** One thing that holds the closing: until a day, or (null) until something without a date. */
type Hold = { until: Day | null; notes: Note[] };

/** The later of the last lock, the last payment, the last invoice and today (S0, G24). */
export function earliestClosing(account: Account, actions: ActionsAsOf | null, on: Day): EarliestClosing {
  const invoices = unpaidInvoices(account, on);
  const holds = [
    ...pendingHolds(actions),
    ...paymentHolds(actions, invoices ?? []),
    ...invoiceHolds(invoices, on),
  ];
  const contracts = runningContracts(account, on);
  const contractsRun = contracts === null || contracts.length > 0;
  const unknown = holds.some((hold) => hold.until === null);
  const day = unknown ? null : Math.max(on, ...holds.map((hold) => hold.until ?? on));
  const deciding = holds.filter((hold) => hold.until === null || hold.until === day || unknown);
  const because = deciding.flatMap((hold) => hold.notes);
  if (holds.length === 0) because.push({ id: "core.earliest.nothingHolds" });
  if (contractsRun)
    because.push({ id: contracts ? "core.earliest.contractsRun" : "core.earliest.contractsUnknown" });
  // A row that could not be read may hold the closing longer.
  const unread = unreadNotes(account, CLOSING_LISTS);
  because.push(...unread);
  const mayMove = contractsRun || holds.length > 0 || unread.length > 0;
  return { day, because, mayMove, assumptions: ["G20", "G24"] };
}

function pendingHolds(actions: ActionsAsOf | null): Hold[] {
  if (actions === null) return [{ until: null, notes: [{ id: "core.earliest.actionsUnknown" }] }];
  const [last] = actions.pending;
  if (!last) return [];
  const until = lockDay(last.first[0]);
  const same = actions.pending.filter(({ first }) => lockDay(first[0]) === until);
  return [{ until, notes: nameFirstActions(same, lockNote) }];
}

function lockNote(action: Action): Note {
  const locksOn = lockDay(action);
  const values = { action: action.id, partner: action.partner };
  if (locksOn === null) return { id: "core.earliest.openEnded", values };
  return { id: "core.earliest.locks", values: { ...values, locksOn: isoDay(locksOn) } };
}

/** A locked action is paid on its clearing date, or with an unpaid invoice; else nobody knows when. */
function paymentHolds(actions: ActionsAsOf | null, invoices: readonly Invoice[]): Hold[] {
  const unpaid = actions?.unpaid ?? [];
  const last = unpaid.reduce<Day | null>(
    (day, { first: [{ clearedOn }] }) => (clearedOn === null ? day : Math.max(day ?? 0, clearedOn)),
    null,
  );
  const holds: Hold[] = [];
  if (last !== null) {
    const same = unpaid.filter(({ first }) => first[0].clearedOn === last);
    const clearedOn = isoDay(last);
    holds.push({
      until: last,
      notes: nameFirstActions(same, ({ id }) => ({
        id: "core.earliest.clears",
        values: { action: id, clearedOn },
      })),
    });
  }
  const undated = unpaid.filter(({ first }) => first[0].clearedOn === null);
  if (undated.length > 0 && invoices.length === 0) {
    const note = ({ id, partner }: Action): Note => ({
      id: "core.earliest.unpaid",
      values: { action: id, partner },
    });
    holds.push({ until: null, notes: nameFirstActions(undated, note) });
  }
  return holds;
}

function invoiceHolds(invoices: readonly Invoice[] | null, on: Day): Hold[] {
  if (invoices === null) return [{ until: null, notes: [{ id: "core.earliest.invoicesUnknown" }] }];
  return invoices.map((invoice): Hold => {
    const late = invoice.dueOn < on;
    const values = { invoice: invoice.id, dueOn: isoDay(invoice.dueOn) };
    // A late invoice can be paid today; one to come is paid on its day.
    return {
      until: late ? on : (invoice.paidOn ?? invoice.dueOn),
      notes: [{ id: late ? "core.earliest.invoiceLate" : "core.earliest.invoice", values }],
    };
  });
}
