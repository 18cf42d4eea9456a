import type { Temporal } from "temporal-polyfill";
import type { Account, ActionGroup, Invoice } from "../account/account.ts";
import { openCatalogs, runningContracts, unpaidInvoices } from "../account/open-items.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { fundedOn } from "../closing/funded.ts";
import { isoDay, toDay } from "../day.ts";
import { billingFor } from "../fees/billing.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { wholeOf } from "../money/exact.ts";
import { lockDay } from "../totals/action-dates.ts";
import { countOf } from "../totals/action-groups.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { overdueOn } from "./overdue.ts";
import type { StandingOverdue } from "./standing-json.ts";

type CountAndSum = { count: number; amount: string };

/** How many things each task is about and what they come to; a null list is not known. No sign-up date is needed. */
export type LeftCounts = {
  currency: Currency;
  contracts: {
    active: number;
    upcoming: number;
    proposals: number;
    ending: { count: number; lastOn: string } | null;
    ended: number;
  } | null;
  invoices: {
    overdue: StandingOverdue;
    toCome: CountAndSum & { lastDue: string | null; next: (CountAndSum & { on: string }) | null };
    /** Of actions the balance has paid by the statement (D1). */
    funded: CountAndSum;
    /** Of the overdue ones: the balance may have paid them by the statement. */
    doubtful: CountAndSum;
  } | null;
  actions: {
    pending: CountAndSum & { firstLock: string | null; lastLock: string | null; openEnded: number };
    unpaid: CountAndSum;
    /** Locked, and paid from the balance by the statement (D1), the last on `lastOn`. */
    funded: CountAndSum & { lastOn: string | null };
  } | null;
  catalogs: { count: number; first: string[] } | null;
};

const NAMED = 3;

/** `statement`: whether there is one, which only a known sign-up date gives; it says what the balance has paid. */
export function leftCounts(
  account: Account,
  options: { on: Temporal.PlainDate; statement: boolean },
): LeftCounts {
  const on = toDay(options.on);
  const { currency } = account;
  const actions = actionsAsOf(account.actions, on);
  const billing = billingFor(account, totalsOf(account.actions, on), on);
  const {
    groups,
    unfunded,
    invoices: paid,
    doubtful,
  } = options.statement
    ? fundedOn(billing, actions)
    : { groups: [], unfunded: actions?.unpaid ?? [], invoices: [], doubtful: [] };
  const catalogs = openCatalogs(account);
  return {
    currency,
    contracts: contractCounts(account, on),
    invoices: account.invoices && {
      overdue: overdueOn(account, on),
      toCome: invoicesToCome(account, on, paid),
      funded: invoiceSum(paid, currency),
      doubtful: invoiceSum(doubtful, currency),
    },
    actions: actions && {
      pending: { ...sumOf(actions.pending, currency), ...locksIn(actions.pending) },
      unpaid: sumOf(unfunded, currency),
      funded: {
        ...sumOf(
          groups.map(({ group }) => group),
          currency,
        ),
        lastOn: groups.length === 0 ? null : isoDay(Math.max(...groups.map(({ fundedOn: day }) => day))),
      },
    },
    catalogs: catalogs && {
      count: catalogs.length,
      first: catalogs.slice(0, NAMED).map(({ name }) => name),
    },
  };
}

function contractCounts(account: Account, on: number): LeftCounts["contracts"] {
  const running = runningContracts(account, on);
  if (running === null) return null;
  const ending = running.flatMap(({ endsOn, status }) =>
    endsOn !== null && status !== "UPCOMING" && status !== "PENDING" ? [endsOn] : [],
  );
  const withStatus = (wanted: string) => running.filter(({ status }) => status === wanted).length;
  return {
    active: running.length - ending.length - withStatus("UPCOMING") - withStatus("PENDING"),
    upcoming: withStatus("UPCOMING"),
    proposals: withStatus("PENDING"),
    ending: ending.length === 0 ? null : { count: ending.length, lastOn: isoDay(Math.max(...ending)) },
    ended: (account.contracts?.length ?? 0) - running.length,
  };
}

function invoicesToCome(
  account: Account,
  on: number,
  paid: readonly Invoice[],
): NonNullable<LeftCounts["invoices"]>["toCome"] {
  const open = (unpaidInvoices(account, on) ?? []).filter(
    ({ dueOn, id }) => dueOn >= on && !paid.some((each) => each.id === id),
  );
  const days = open.map(({ dueOn }) => dueOn);
  const nextOn = Math.min(...days);
  return {
    ...invoiceSum(open, account.currency),
    lastDue: open.length === 0 ? null : isoDay(Math.max(...days)),
    next:
      open.length === 0
        ? null
        : {
            on: isoDay(nextOn),
            ...invoiceSum(
              open.filter(({ dueOn }) => dueOn === nextOn),
              account.currency,
            ),
          },
  };
}

const invoiceSum = (invoices: readonly Invoice[], currency: Currency): CountAndSum => ({
  count: invoices.length,
  amount: formatMinor(
    invoices.reduce((sum, { total }) => sum + total, 0),
    currency,
  ),
});

const sumOf = (groups: readonly ActionGroup[], currency: Currency): CountAndSum => ({
  count: countOf(groups),
  amount: formatMinor(
    groups.reduce((sum, { payout }) => sum + payout, 0) +
      wholeOf(groups.reduce((rests, { finer = 0n }) => rests + finer, 0n)),
    currency,
  ),
});

/** Groups come with the last lock first, open-ended ones before all. */
function locksIn(pending: readonly ActionGroup[]) {
  const openEnded = pending.filter(({ first: [action] }) => lockDay(action) === null);
  const days = pending.map(({ first: [action] }) => lockDay(action)).filter((day) => day !== null);
  return {
    firstLock: days.length === 0 ? null : isoDay(days.at(-1) as number),
    lastLock: days.length === 0 ? null : isoDay(days[0] as number),
    openEnded: countOf(openEnded),
  };
}
