import type { AccountFacts, ActionGroup, Invoice } from "../account/account.ts";
import { unpaidInvoices } from "../account/open-items.ts";
import type { Day } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { feeEvents } from "../ledger/fee-events.ts";
import { rollFundingAccount } from "../ledger/roll.ts";
import { firstDayOf, monthOf } from "../month.ts";
import { lockDay } from "../totals/action-dates.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";

/** Locked actions whose cost the balance paid, with the day it did. */
export type FundedGroup = { group: ActionGroup; fundedOn: Day };

/**
 * What the balance has paid of what impact.com still shows as open (D1): an estimate by the statement, until impact.com
 * shows the day of payment itself.
 */
export type Funded = {
  groups: FundedGroup[];
  /** Locked, and paid neither by impact.com's word nor by the statement's. */
  unfunded: ActionGroup[];
  /** Open partner invoices that are of those actions. */
  invoices: Invoice[];
  /** Overdue ones that may be: impact.com's word and the estimate differ, and both are said. */
  doubtful: Invoice[];
  /** First day on which what locks on a day is paid by the statement; null = nobody can tell. */
  coveredOn: ((locksOn: Day) => Day | null) | null;
};

/** A fee makes what is owed reach the minimum charge, and the first one comes 62 days after sign-up at the latest. */
const LOOK_AHEAD_DAYS = 70;

/** Only a card-funded Starter account is said to pay at locking (S3, H48); its statement must reach the day. */
export function fundedOn(billing: Billing, actions: ActionsAsOf | null): Funded {
  const { facts, totals, on } = billing;
  const unpaid = actions?.unpaid ?? [];
  const stated = facts.fundingBalance;
  const isCardFunded = facts.kind === "brand" && facts.edition === "starter";
  if (!isCardFunded || actions === null || totals === null || stated === null || stated.asOf > on)
    return { groups: [], unfunded: unpaid, invoices: [], doubtful: [], coveredOn: null };
  const covers = coverage(billing, stated.asOf, lastLock(actions) ?? on);
  // What locked before the balance was read is paid by it (D4), unless impact.com says that something is overdue.
  const isBehind = (unpaidInvoices(facts, on) ?? []).some(({ dueOn }) => dueOn < on);
  const coveredOn = (day: Day) => (day >= stated.asOf ? covers(day) : isBehind ? null : day);
  const groups: FundedGroup[] = [];
  const unfunded: ActionGroup[] = [];
  for (const group of unpaid) {
    const locked = lockDay(group.first[0]);
    const day = locked === null ? null : coveredOn(locked);
    if (day !== null && day <= on) groups.push({ group, fundedOn: day });
    else unfunded.push(group);
  }
  return { groups, unfunded, ...invoicesOf(facts, on, groups), coveredOn };
}

/** The first day on which deductions reach everything due up to a day. */
function coverage(billing: Billing, from: Day, lastLockOn: Day): (day: Day) => Day | null {
  const until = Math.max(billing.on, lastLockOn) + LOOK_AHEAD_DAYS;
  const days = rollFundingAccount(billing, feeEvents(billing, until), from, until);
  let [due, paid] = [0, 0];
  const sums = days.map(({ day, locking, feeSettled, amounts }) => {
    due += locking + feeSettled;
    paid += amounts?.deduction ?? 0;
    return { day, due, paid };
  });
  return (day) => {
    const start = day - from;
    const owed = sums[start]?.due;
    if (owed === undefined) return null;
    return sums.slice(start).find((sum) => sum.paid >= owed)?.day ?? null;
  };
}

const lastLock = ({ pending }: ActionsAsOf): Day | null =>
  pending.reduce<Day | null>((last, { first }) => {
    const day = lockDay(first[0]);
    return day === null ? last : Math.max(last ?? day, day);
  }, null);

/**
 * Nothing at impact.com ties an invoice to its actions: those not late are theirs as far as their sum reaches. What it does
 * not reach may be of late ones, due after an action locked.
 */
function invoicesOf(
  facts: AccountFacts,
  on: Day,
  groups: readonly FundedGroup[],
): Pick<Funded, "invoices" | "doubtful"> {
  if (groups.length === 0) return { invoices: [], doubtful: [] };
  let left = groups.reduce((sum, { group }) => sum + group.payout, 0);
  const within = ({ total }: Invoice) => {
    if (total > left) return false;
    left -= total;
    return true;
  };
  const unpaid = [...(unpaidInvoices(facts, on) ?? [])].sort((a, b) => a.dueOn - b.dueOn);
  const firstLock = Math.min(...groups.map(({ group }) => lockDay(group.first[0]) ?? on));
  return {
    invoices: unpaid.filter(({ dueOn }) => dueOn >= on).filter(within),
    doubtful: unpaid.filter(({ dueOn }) => dueOn < on && dueOn > firstLock).filter(within),
  };
}

/** The day an invoice to come is due: made on the 1st after the lock, due as late in its month as any known one (D18). */
export function invoiceToCome({ invoices }: Pick<AccountFacts, "invoices">, locksOn: Day): Day {
  const daysToPay = (invoices ?? []).map(({ dueOn }) => dueOn - firstDayOf(monthOf(dueOn)));
  return firstDayOf(monthOf(locksOn) + 1) + Math.max(0, ...daysToPay);
}
