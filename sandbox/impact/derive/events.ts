import { Temporal } from "temporal-polyfill";
import { comingActions } from "#sandbox/impact/derive/actions.ts";
import { firstOfNextMonth } from "#sandbox/impact/derive/days.ts";
import { invoiceDays } from "#sandbox/impact/derive/invoices.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

type EventKind = "tracked" | "reversed" | "locks" | "fee-charged" | "fee-settled" | "invoice-due";

/** Something that will happen on a day of the account's zone if nobody changes anything. */
export interface SandboxEvent {
  timeZone: string;
  account: string;
  on: string;
  kind: EventKind;
  /** How many things of this kind happen that day. */
  count: number;
}

/** The events after today, soonest first: conversions, locks, the 1st and 2nd of the next month, invoices due. */
export function eventsAfter(view: AccountView): SandboxEvent[] {
  if (view.closed) return [];
  const counts = new Map<string, { on: string; kind: EventKind; count: number }>();
  const add = (kind: EventKind, on: string | null) => {
    if (on === null || on <= view.today) return;
    const key = `${on}/${kind}`;
    counts.set(key, { on, kind, count: (counts.get(key)?.count ?? 0) + 1 });
  };
  const first = firstOfNextMonth(view.today);
  // Only a brand pays impact.com's fee.
  if (view.account.seed.sandbox.persona === "brand") {
    add("fee-charged", first);
    add("fee-settled", secondOf(view.today));
    add("fee-settled", secondOf(first));
  }
  for (const row of view.actions) {
    if (row.state === "PENDING") add("locks", row.locksOn);
    if (row.state === "PENDING") add("reversed", row.source.file.reversedOn);
  }
  const due = new Set<string>();
  for (const row of view.actions)
    if (row.state !== "REVERSED" && row.locksOn !== null)
      due.add(`${row.source.partnerId}/${invoiceDays(row.locksOn).dueOn}`);
  for (const invoice of due) add("invoice-due", invoice.split("/")[1] ?? null);
  for (const action of comingActions(view.account, view.changes, view.nowMs))
    add("tracked", action.file.trackedOn);
  const account = view.account.seed.sandbox.key;
  return [...counts.values()]
    .map((event) => ({ account, timeZone: view.timeZone, ...event }))
    .sort((a, b) => a.on.localeCompare(b.on) || a.kind.localeCompare(b.kind));
}

const secondOf = (day: string): string => Temporal.PlainDate.from(day).with({ day: 2 }).toString();
