import type { AlertNews } from "#app/domain/index.ts";
import type { Translator } from "./translator.ts";

/** One crossing in a sentence, as Home, the page of alerts and the mail say it. */
export function alertText(
  news: AlertNews,
  { t, money, date }: Pick<Translator, "t" | "money" | "date">,
): string {
  switch (news.alert) {
    case "monthly-fee": {
      const { amount, currency, bound, on, limit } = news;
      return t("alerts.news.fee", {
        amount: t(`common.${bound}`, { amount: money(amount, currency) }),
        on: date(on),
        limit: money(limit, currency),
      });
    }
    case "weekly-commissions": {
      const { amount, currency, from, limit } = news;
      return t("alerts.news.commissions", {
        amount: money(amount, currency),
        on: date(from),
        limit: money(limit, currency),
      });
    }
    case "overdue": {
      const { amount, currency, invoices, since } = news;
      return t("alerts.news.overdue", { amount: money(amount, currency), count: invoices, on: date(since) });
    }
    case "earliest-closing":
      return t("alerts.news.moved", {
        before: date(news.before),
        after: date(news.after),
        days: Math.abs(news.days),
        later: String(news.days > 0),
      });
  }
}
