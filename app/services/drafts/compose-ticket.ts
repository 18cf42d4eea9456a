import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { ticketPath } from "#app/services/closing/closing-path.ts";
import {
  accountLines,
  accountsOf,
  asOfLine,
  dateLines,
  moneyLines,
  openLines,
  type TicketInput,
} from "./ticket-lines.ts";

export type TicketDraft = { subject: string; body: string };
type Input = TicketInput & { reason: string | null; locale: Locale };

/** impact.com reads English; the merchant reads what they send in their own language below it. */
export function composeTicket(input: Input): TicketDraft {
  const subject = subjectOf(input);
  const body = ticketBody(input, "en");
  if (input.locale === "en") return { subject, body };
  const { t } = translatorFor(input.locale);
  return {
    subject,
    body: `${body}\n\n---\n${t("ticket.translation")}\n\n${ticketBody(input, input.locale)}`,
  };
}

function subjectOf(input: Input): string {
  const { t } = translatorFor("en");
  const [account, ...more] = accountsOf(input);
  const route = ticketPath(input.closingPath.route);
  if (account && more.length > 0) return t("ticket.subject.several", { account, count: more.length });
  if (account) return t("ticket.subject", { account });
  return route === "starter-ticket" ? t("ticket.subjectNoAccount") : t(`ticket.subject.${route}`);
}

function ticketBody(input: Input, locale: Locale): string {
  const { t } = translatorFor(locale);
  const { view, closingPath, tasks, reason } = input;
  const route = ticketPath(closingPath.route);
  const paragraphs = [
    t("ticket.greeting"),
    route === "starter-ticket"
      ? t("ticket.wish")
      : t(`ticket.wish.${route}`, { count: accountsOf(input).length }),
    accountLines(input, locale).join("\n"),
    dateLines(input, locale).join("\n"),
    moneyLines(input, locale).join("\n"),
    openLines(tasks, locale).join("\n"),
    asOfLine(input, locale),
    reason ? t("ticket.reason", { reason }) : null,
    t(route === "partner-ticket" ? "ticket.confirm.partner" : "ticket.confirm"),
    t("ticket.thanks", { shop: view.shop.name }),
  ];
  return paragraphs.filter((each) => each !== null && each !== "").join("\n\n");
}
