import type { Account, Action, Invoice } from "../account/account.ts";
import { runningContracts, unpaidInvoices } from "../account/open-items.ts";
import { CLOSING_LISTS, unreadNotes } from "../account/unread-rows.ts";
import type { Assumption } from "../assumptions.ts";
import { type Day, isoDay } from "../day.ts";
import { firstDayOf, monthOf } from "../month.ts";
import type { Note } from "../text.ts";
import { lockDay } from "../totals/action-dates.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import { type Funded, invoiceToCome } from "./funded.ts";
import { nameFirstActions } from "./name-first.ts";

/** The first day the account can close, what holds it, and whether it can still move. `day` null = not known. */
export type EarliestClosing = {
  day: Day | null;
  because: Note[];
  mayMove: boolean;
  assumptions: Assumption[];
};

/** One thing that holds the closing: until a day, or (null) until something without a date. */
type Hold = { until: Day | null; notes: Note[] };

/**
 * The later of the last lock, the last payment, the last invoice and today (S0, G24). What the balance pays at locking
 * holds nothing up (D1), nor does the invoice that impact.com still shows of it.
 */
export function earliestClosing(
  account: Account,
  actions: ActionsAsOf | null,
  on: Day,
  funded: Funded,
): EarliestClosing {
  const isPaid = ({ id }: Invoice) => funded.invoices.some((each) => each.id === id);
  const invoices = unpaidInvoices(account, on)?.filter((invoice) => !isPaid(invoice)) ?? null;
  const holds = [
    ...pendingHolds(actions),
    ...coverHolds(account, actions, funded),
    ...paymentHolds(account, funded, { invoices: invoices ?? [], on }),
    ...invoiceHolds(invoices, on),
  ];
  const contracts = runningContracts(account, on);
  const contractsRun = contracts === null || contracts.length > 0;
  const unknown = holds.some((hold) => hold.until === null);
  const day = unknown ? null : Math.max(on, ...holds.map((hold) => hold.until ?? on));
  const deciding = holds.filter((hold) => unknown || hold.until === day);
  const because = deciding.flatMap((hold) => hold.notes);
  // S0 and S2 want every contract expired first.
  if (contractsRun)
    because.push({ id: contracts ? "core.earliest.contractsRun" : "core.earliest.contractsUnknown" });
  // A row that could not be read may hold the closing longer.
  const unread = unreadNotes(account, CLOSING_LISTS);
  if (!contractsRun && holds.length === 0 && unread.length === 0)
    because.push({ id: "core.earliest.nothingHolds" });
  because.push(...unread);
  const mayMove = contractsRun || holds.length > 0 || unread.length > 0;
  return { day, because, mayMove, assumptions: ["G20", funded.coveredOn ? "G9" : "G24"] };
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

/** What locks later and is not covered then waits for the card, and for the invoice of its month (D1, D18). */
function coverHolds(account: Account, actions: ActionsAsOf | null, { coveredOn }: Funded): Hold[] {
  if (coveredOn === null || actions === null) return [];
  const holds: Hold[] = [];
  for (const { first } of actions.pending) {
    const locksOn = lockDay(first[0]);
    if (locksOn === null) continue;
    const day = coveredOn(locksOn);
    if (day === locksOn) continue;
    holds.push(laterHold(account, locksOn, day));
  }
  return latest(holds);
}

/** The invoice that comes for what locks on a day, and the day the balance covers it if that is later still. */
function laterHold(account: Account, locksOn: Day, day: Day | null): Hold {
  const dueOn = invoiceToCome(account, locksOn);
  const values = {
    locksOn: isoDay(locksOn),
    invoicedOn: isoDay(firstDayOf(monthOf(locksOn) + 1)),
    dueOn: isoDay(dueOn),
  };
  return { until: Math.max(dueOn, day ?? dueOn), notes: [{ id: "core.earliest.invoiceToCome", values }] };
}

/** One line of many that hold equally long or less. */
const latest = (holds: readonly Hold[]): Hold[] => {
  const last = holds.reduce<Hold | null>(
    (held, hold) => (held === null || (hold.until ?? 0) > (held.until ?? 0) ? hold : held),
    null,
  );
  return last ? [last] : [];
};

/** A locked action is paid from the balance, on its clearing date, or with an invoice; else nobody knows when. */
function paymentHolds(
  account: Account,
  { unfunded: unpaid }: Funded,
  { invoices, on }: { invoices: readonly Invoice[]; on: Day },
): Hold[] {
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
  if (invoices.length > 0) return holds;
  const undated = unpaid.filter(({ first }) => first[0].clearedOn === null);
  const coming: Hold[] = [];
  const unknown = undated.filter(({ first }) => {
    const locksOn = lockDay(first[0]);
    if (locksOn === null || invoiceToCome(account, locksOn) <= on) return true;
    coming.push(laterHold(account, locksOn, null));
    return false;
  });
  holds.push(...latest(coming));
  if (unknown.length > 0) {
    const note = ({ id, partner }: Action): Note => ({
      id: "core.earliest.unpaid",
      values: { action: id, partner },
    });
    holds.push({ until: null, notes: nameFirstActions(unknown, note) });
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
