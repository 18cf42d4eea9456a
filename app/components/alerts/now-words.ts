import type { Translator } from "#app/messages/translator.ts";
import type { AlertNow } from "#app/services/alerts/show-alerts.server.ts";

type Words = Pick<Translator, "t" | "money" | "date">;

/** What each limit is held against, to stand under its field; a limit that is reached already says so. */
export function nowWords(
  now: AlertNow | null,
  currency: string,
  { t, money, date }: Words,
): Record<"fee" | "commissions" | "overdue" | "moved", string> {
  const unknown = t("alerts.nowUnknown");
  const next = now?.fee?.next ?? null;
  const week = now?.commissions?.last7Days ?? null;
  const overdue = now?.overdue ?? { state: "unknown" as const };
  const reached = (text: string, isReached: boolean | undefined) =>
    isReached ? t("alerts.reached", { now: text }) : text;
  return {
    fee:
      next === null
        ? unknown
        : reached(
            t("alerts.now", {
              amount: t(`common.${next.bound}`, { amount: money(next.amount, currency) }),
              on: date(next.date),
            }),
            now?.reached["monthly-fee"],
          ),
    commissions:
      week === null
        ? unknown
        : reached(
            t("alerts.nowWeek", { amount: money(week.amount, currency), on: date(week.from) }),
            now?.reached["weekly-commissions"],
          ),
    overdue:
      overdue.state === "overdue"
        ? reached(
            t("alerts.nowOverdue", { amount: money(overdue.amount, currency), on: date(overdue.since) }),
            now?.reached.overdue,
          )
        : t(overdue.state === "none" ? "alerts.nowNone" : "alerts.nowUnknown"),
    moved: now?.earliest ? t("alerts.movedNow", { on: date(now.earliest) }) : t("alerts.movedHelp"),
  };
}
