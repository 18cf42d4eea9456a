import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { actionsAsOf } from "../closing/actions-as-of.ts";
import { fundedOn } from "../closing/funded.ts";
import { type Day, toDay } from "../day.ts";
import { billingFor } from "../fees/billing.ts";
import { lockDay } from "../totals/action-dates.ts";
import { totalsOf } from "../totals/totals-of.ts";

/** What the balance has paid by the statement (D1): open invoices by id, and locked actions by the day they locked. */
export type FundedThings = { invoices: ReadonlySet<string>; lockDays: ReadonlySet<Day> };

export function fundedThings(account: Account, { on }: { on: Temporal.PlainDate }): FundedThings {
  const day = toDay(on);
  const billing = billingFor(account, totalsOf(account.actions, day), day);
  const { groups, invoices } = fundedOn(billing, actionsAsOf(account.actions, day));
  const lockDays = groups.map(({ group }) => lockDay(group.first[0])).filter((each) => each !== null);
  return { invoices: new Set(invoices.map(({ id }) => id)), lockDays: new Set(lockDays) };
}
