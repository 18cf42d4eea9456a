import { isoDay, parseDay } from "../day.ts";
import { isCardCurrency } from "../money/currency.ts";
import { parseDecimal } from "../money/decimal.ts";
import type { Bound, StandingReport } from "../report/standing-json.ts";

/** What a merchant can ask to hear of. */
export const ALERTS = ["monthly-fee", "weekly-commissions", "overdue", "earliest-closing"] as const;
export type Alert = (typeof ALERTS)[number];

/** From where on each is news; null and false: not asked for. Amounts are decimal strings in `currency`. */
export type AlertLimits = {
  currency: string;
  monthlyFee: string | null;
  weeklyCommissions: string | null;
  overdue: boolean;
  /** Days by which the earliest closing date moves at least. */
  movedDays: number | null;
};

/** Where the account stands now. What is null is not known, and what is not known is never news. */
export type AlertFigures = {
  standing: Pick<StandingReport, "asOf" | "currency" | "overdue"> & {
    fee: Pick<StandingReport["fee"], "next"> | null;
    commissions: Pick<StandingReport["commissions"], "last7Days"> | null;
  };
  earliest: string | null;
};

/** What was crossed, in figures. */
export type AlertNews =
  | { alert: "monthly-fee"; amount: string; currency: string; bound: Bound; on: string; limit: string }
  | { alert: "weekly-commissions"; amount: string; currency: string; from: string; limit: string }
  | { alert: "overdue"; amount: string; currency: string; invoices: number; since: string }
  | { alert: "earliest-closing"; before: string; after: string; days: number };

/** How an alert was last known to stand: "over" or "under" its limit, or the earliest closing date. */
export type AlertMark = {
  alert: Alert;
  /** The limit it was held against; another one begins anew. */
  limit: string;
  state: string;
  /** Of the last crossing, while it still holds. */
  news: AlertNews | null;
};

export type AlertMove = { mark: AlertMark; crossed: boolean };

/**
 * What has changed since the last look, one move an alert. A limit is crossed when it is reached after it was not; the
 * first look only remembers, because what is so already is no news. Then it is not told again until it was below once.
 */
export function lookAtAlerts(
  limits: AlertLimits,
  figures: AlertFigures,
  marks: readonly AlertMark[],
): AlertMove[] {
  return ALERTS.flatMap((alert) => {
    const limit = limitOf(alert, limits);
    if (limit === null) return [];
    const known = marks.find((mark) => mark.alert === alert && mark.limit === limit) ?? null;
    const move =
      alert === "earliest-closing"
        ? moveOfDate(limits, figures, known)
        : moveOfLimit(alert, limits, figures, known);
    return move ? [{ ...move, mark: { ...move.mark, alert, limit } }] : [];
  });
}

/** The limit as it is kept beside what was seen; null for an alert that nobody asked for. */
export function limitOf(alert: Alert, limits: AlertLimits): string | null {
  switch (alert) {
    case "monthly-fee":
      return limits.monthlyFee && `${limits.monthlyFee} ${limits.currency}`;
    case "weekly-commissions":
      return limits.weeklyCommissions && `${limits.weeklyCommissions} ${limits.currency}`;
    case "overdue":
      return limits.overdue ? "any" : null;
    case "earliest-closing":
      return limits.movedDays === null ? null : String(limits.movedDays);
  }
}

type Move = { mark: Pick<AlertMark, "state" | "news">; crossed: boolean };
type Limited = Exclude<Alert, "earliest-closing">;

function moveOfLimit(
  alert: Limited,
  limits: AlertLimits,
  figures: AlertFigures,
  known: AlertMark | null,
): Move | null {
  const seen = seenOf(alert, limits, figures);
  if (seen === null) return null;
  const state = seen.over ? "over" : "under";
  if (known?.state === state) return null;
  const crossed = seen.over && known !== null;
  return { mark: { state, news: crossed ? seen.news : null }, crossed };
}

/** Whether a limit is reached, and in which figures; null while that is not known. */
export function seenOf(
  alert: Limited,
  limits: AlertLimits,
  { standing }: AlertFigures,
): { over: true; news: AlertNews } | { over: false } | null {
  const { currency } = standing;
  if (alert === "overdue") {
    const { overdue } = standing;
    if (overdue.state === "unknown") return null;
    if (overdue.state === "none") return { over: false };
    const { amount, invoices, since } = overdue;
    return { over: true, news: { alert, amount, currency, invoices, since } };
  }
  // An amount in another currency says nothing of this one.
  if (limits.currency !== currency) return null;
  if (alert === "monthly-fee") {
    const next = standing.fee?.next;
    if (!next || limits.monthlyFee === null) return null;
    const { amount, bound, date: on } = next;
    return compared({ alert, amount, currency, bound, on, limit: limits.monthlyFee });
  }
  const week = standing.commissions?.last7Days;
  if (!week || limits.weeklyCommissions === null) return null;
  return compared({ alert, ...week, currency, limit: limits.weeklyCommissions });
}

function compared(
  news: Extract<AlertNews, { limit: string }>,
): { over: true; news: AlertNews } | { over: false } | null {
  const amount = minorOf(news.amount, news.currency);
  const limit = minorOf(news.limit, news.currency);
  if (amount === null || limit === null) return null;
  return amount >= limit ? { over: true, news } : { over: false };
}

/** More was given back than tracked: below 0, and below every limit. */
function minorOf(amount: string, currency: string): number | null {
  if (!isCardCurrency(currency)) return null;
  const read = parseDecimal(amount.replace(/^-/, ""), currency);
  if (read.outcome !== "read") return null;
  return amount.startsWith("-") ? -read.minor : read.minor;
}

/** A day that has come moves on by itself; only what is further off than that was moved by something. */
function moveOfDate(
  { movedDays }: AlertLimits,
  { standing, earliest }: AlertFigures,
  known: AlertMark | null,
): Move | null {
  const now = earliest === null ? null : parseDay(earliest);
  const today = parseDay(standing.asOf);
  if (now === null || today === null || movedDays === null) return null;
  const after = isoDay(Math.max(now, today));
  const told = known === null ? null : parseDay(known.state);
  if (told === null) return { mark: { state: after, news: null }, crossed: false };
  const before = Math.max(told, today);
  const days = Math.max(now, today) - before;
  if (Math.abs(days) < movedDays) return null;
  const news = { alert: "earliest-closing", before: isoDay(before), after, days } as const;
  return { mark: { state: after, news }, crossed: true };
}
