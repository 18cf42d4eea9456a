import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { lastLockingDate } from "../closing/last-locking-date.ts";
import { isoDay, toDay } from "../day.ts";
import { firstFee } from "../fees/first-fee.ts";
import type { ClosureReport } from "./closure-json.ts";
import type { DaysReport } from "./days-report.ts";
import { refundDay } from "./refund-day.ts";
import type { StandingReport } from "./standing-json.ts";

/** Card charges that are named one by one: who has more of them looks into the ledger. */
const MOST_CHARGES = 3;

/** A day of an account and what it is; amounts are decimal strings. */
export type TimelineStep =
  | {
      kind: "signed-up" | "first-fee" | "today" | "last-lock" | "earliest-closing" | "refund-by";
      date: string;
    }
  | { kind: "charge"; date: string; amount: string }
  | { kind: "next-fee"; date: string; fee: NonNullable<StandingReport["fee"]["next"]> };

type Known = {
  days: Pick<DaysReport, "days">;
  standing: Pick<StandingReport, "fee"> | null;
  closure: Pick<ClosureReport, "earliestClosing" | "refund" | "costToClose">;
};

/** The order of what falls on one day: what was, today, what comes. */
const ORDER = [
  "signed-up",
  "first-fee",
  "charge",
  "today",
  "next-fee",
  "last-lock",
  "earliest-closing",
  "refund-by",
] as const satisfies readonly TimelineStep["kind"][];

/**
 * The days of an account from its sign-up to the refund, in order: what happened, today, and what comes. A day that is not
 * known is left out, and so is one that says nothing new: the first fee while it is the next one.
 */
export function timeline(account: Account, on: Temporal.PlainDate, known: Known): TimelineStep[] {
  const today = toDay(on);
  const first = firstFee(account.signedUpOn).expected;
  const next = known.standing?.fee.next ?? null;
  const lock = lastLockingDate(account, on);
  const { earliestClosing } = known.closure;
  const refundBy = refundDay(known.closure);
  const charges = known.days.days.filter(({ card, expected }) => !expected && /[1-9]/.test(card ?? ""));
  const steps: TimelineStep[] = [
    { kind: "signed-up", date: isoDay(account.signedUpOn) },
    ...(first <= today ? [{ kind: "first-fee" as const, date: isoDay(first) }] : []),
    ...charges
      .slice(-MOST_CHARGES)
      .map(({ date, card }) => ({ kind: "charge" as const, date, amount: card ?? "0" })),
    { kind: "today", date: isoDay(today) },
    ...(next ? [{ kind: "next-fee" as const, date: next.date, fee: next }] : []),
    ...(lock.outcome === "on" ? [{ kind: "last-lock" as const, date: lock.date }] : []),
    ...(earliestClosing.date ? [{ kind: "earliest-closing" as const, date: earliestClosing.date }] : []),
    ...(refundBy ? [{ kind: "refund-by" as const, date: refundBy }] : []),
  ];
  // ISO dates sort as text.
  const place = ({ date, kind }: TimelineStep) => `${date} ${ORDER.indexOf(kind)}`;
  return steps.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
