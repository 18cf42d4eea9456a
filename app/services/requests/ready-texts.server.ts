import type { RequestClock } from "#app/domain/index.ts";
import { WITH_IMPACT } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRequestEvent, ClosingRequestRow } from "#app/ports/index.ts";
import { askedAt } from "./asked-at.ts";
import type { Charge } from "./charges-since.ts";

type Input = {
  request: ClosingRequestRow;
  events: readonly ClosingRequestEvent[];
  clock: RequestClock;
  ticketNumber: string | null;
  /** The account's zone: texts name the same days as the pages. */
  timeZone: string;
  /** What the card was charged since the request went out, and the language the merchant's bank reads. */
  charges?: { currency: string; rows: Charge[]; locale: Locale } | undefined;
};

/** Texts for impact.com that the merchant may need now, in English and ready to send; null while not needed. */
export function readyTexts({ request, events, clock, ticketNumber, timeZone, charges }: Input) {
  const { t, date } = translatorFor("en");
  const askedOn = askedAt(request, events).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const facts = {
    reference: request.reference,
    ticket: ticketNumber ?? "none",
    on: date(askedOn),
  };
  return {
    reply: request.state === "needs-something" ? t("ticket.reply", facts) : null,
    followUp: clock.waited === null ? null : t("ticket.followUp", { ...facts, days: clock.waited }),
    withdraw: request.state === "ready" || request.state === "draft" ? null : t("ticket.withdraw", facts),
    refundLate: clock.refundLate
      ? t("ticket.refundLate", { ...facts, by: date(clock.refundBy ?? "") })
      : null,
    ...disputeTexts(request, { ...facts, askedOn }, charges),
    charged: clock.askChargeNow || clock.chargedAgain ? t("ticket.charged", facts) : null,
  };
}

/** While nothing is confirmed, a charge since the request can be disputed: with impact.com, and with the bank (D25). */
function disputeTexts(
  request: ClosingRequestRow,
  { askedOn, ...facts }: { reference: string; ticket: string; on: string; askedOn: string },
  charges: Input["charges"],
): { dispute: string | null; bank: { text: string; lang: Locale } | null } {
  const isWaiting = WITH_IMPACT.some((each) => each === request.state);
  if (!isWaiting || !charges || charges.rows.length === 0) return { dispute: null, bank: null };
  const textIn = (locale: Locale, id: "ticket.dispute" | "ticket.bank") => {
    const { t, date, money } = translatorFor(locale);
    const list = charges.rows
      .map((row) => `- ${date(row.date)}: ${money(row.amount, charges.currency)}`)
      .join("\n");
    return t(id, { ...facts, on: date(askedOn), list });
  };
  const lang = charges.locale;
  return { dispute: textIn("en", "ticket.dispute"), bank: { text: textIn(lang, "ticket.bank"), lang } };
}
