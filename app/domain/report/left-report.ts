import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { openCatalogs, runningContracts, unpaidInvoices } from "../account/open-items.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import { countOf } from "../totals/action-groups.ts";

/** How much is left to do before closing, in numbers; null where a list is not known. */
export type LeftReport = {
  /** Contracts that run, and of them those that end on a known day: nothing is left to do with these (D5). */
  contracts: { running: number; ending: number } | null;
  invoices: {
    unpaid: number;
    /** The unpaid ones that are due next. */
    next: { on: string; invoices: number; amount: string } | null;
  } | null;
  /** Actions that have not locked, and locked ones not paid to the partner. */
  actions: { pending: number; unpaid: number } | null;
  catalogs: number | null;
};

export function leftReport(account: Account, on: Temporal.PlainDate): LeftReport {
  const day = toDay(on);
  const running = runningContracts(account, day);
  const actions = actionsAsOf(account.actions, day);
  return {
    contracts: running && {
      running: running.length,
      ending: running.filter(({ endsOn, status }) => endsOn !== null && status === "ACTIVE").length,
    },
    invoices: invoicesOf(account, day),
    actions: actions && { pending: countOf(actions.pending), unpaid: countOf(actions.unpaid) },
    catalogs: openCatalogs(account)?.length ?? null,
  };
}

function invoicesOf(account: Account, on: Day): LeftReport["invoices"] {
  const unpaid = unpaidInvoices(account, on);
  if (unpaid === null) return null;
  const ahead = unpaid.filter(({ dueOn }) => dueOn >= on);
  const nextOn = Math.min(...ahead.map(({ dueOn }) => dueOn));
  const next = ahead.filter(({ dueOn }) => dueOn === nextOn);
  return {
    unpaid: unpaid.length,
    next:
      next.length === 0
        ? null
        : {
            on: isoDay(nextOn),
            invoices: next.length,
            amount: formatMinor(
              next.reduce((sum, { total }) => sum + total, 0),
              account.currency,
            ),
          },
  };
}
