import {
  type Alert,
  type AlertFigures,
  type AlertLimits,
  type AlertNews,
  seenOf,
} from "#app/domain/index.ts";
import { loadAccount, paysKnownFee } from "../account/load-account.server.ts";
import { closingOf } from "../closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";
import { alertFigures } from "./alert-figures.ts";

/** News of an alert that holds and that nobody has put away, with the moment by which it is put away. */
export type ShownAlert = { news: AlertNews; at: string };

/** What each limit is held against now; null while that is not known. */
export type AlertNow = {
  fee: AlertFigures["standing"]["fee"];
  commissions: AlertFigures["standing"]["commissions"];
  overdue: AlertFigures["standing"]["overdue"];
  earliest: string | null;
  reached: Record<Exclude<Alert, "earliest-closing">, boolean>;
};

/** The page of alerts: what is set, how it stands, and whether a mail goes. */
export async function showAlerts({ shop }: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount({ shop }, deps);
  if (!view) return null;
  const setting = await deps.db.alerts.setting(shop);
  const consent = setting?.mail ?? null;
  const { currency } = view;
  // An amount that was set in another currency holds no more.
  const limits: AlertLimits =
    setting === null
      ? { currency, monthlyFee: null, weeklyCommissions: null, overdue: false, movedDays: null }
      : setting.limits.currency === currency
        ? setting.limits
        : { ...setting.limits, currency, monthlyFee: null, weeklyCommissions: null };
  const figures = alertFigures(view, closingOf(view).closure?.earliestClosing.date ?? null);
  return {
    limits,
    currency,
    timeZone: view.timeZone,
    today: view.today.toString(),
    /** False of an account without a fee that is known. */
    hasFees: paysKnownFee(view),
    connected: view.connection?.live === true,
    now: figures && nowOf(limits, figures),
    byMail: consent?.granted === true,
    decidedAt: consent?.decidedAt.toString() ?? null,
    contactEmail: view.shop.contactEmail,
    mailStopped: view.shop.mailStoppedAt !== null,
  };
}

function nowOf(limits: AlertLimits, figures: AlertFigures): AlertNow {
  const reached = (alert: Exclude<Alert, "earliest-closing">) =>
    seenOf(alert, limits, figures)?.over === true;
  return {
    fee: figures.standing.fee,
    commissions: figures.standing.commissions,
    overdue: figures.standing.overdue,
    earliest: figures.earliest,
    reached: {
      "monthly-fee": reached("monthly-fee"),
      "weekly-commissions": reached("weekly-commissions"),
      overdue: reached("overdue"),
    },
  };
}

/** What was crossed and still holds, until somebody in the store puts it away. Of a limit no longer set nothing is shown. */
export async function showAlertNews(
  { shop }: { shop: string },
  deps: Pick<Deps, "db">,
): Promise<ShownAlert[]> {
  const marks = await deps.db.alerts.marks(shop);
  return marks.flatMap(({ news, changedAt, seenAt }) =>
    news === null || seenAt !== null ? [] : [{ news, at: changedAt.toString() }],
  );
}
