import { paragraph, type RequestFacts, requestMail } from "./status-text.ts";

/** No answer by the day the page named: the text to send now, in English as impact.com reads it (D19). */
export const followUpText = requestMail<RequestFacts & { on: string; text: string }>((facts, { t, date }) => {
  const { reference, ticketNumber } = facts;
  const on = date(facts.on);
  return {
    subject: t("mail.followUp.subject", { on, reference }),
    what: t("mail.followUp.what", { on, reference }),
    rest: [
      paragraph(t("mail.followUp.send")),
      ...(ticketNumber ? [paragraph(t("mail.status.ticket", { number: ticketNumber }))] : []),
      { kind: "quote", text: facts.text, lang: "en" },
      paragraph(t("mail.followUp.answered")),
    ],
  };
});

/** A request that the merchant wanted to send and that still lies here. */
export const unsentText = requestMail<RequestFacts & { since: string }>((facts, { t, instant }) => {
  const { reference } = facts;
  return {
    subject: t("mail.unsent.subject", { reference }),
    what: t("mail.unsent.what", { reference, since: instant(facts.since, facts.timeZone) }),
    rest: [paragraph(t("mail.unsent.send")), paragraph(t("mail.unsent.done"))],
  };
});
