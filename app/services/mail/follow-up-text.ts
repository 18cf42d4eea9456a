import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ServiceSettings } from "../deps.ts";
import { ending, paragraph, type RequestFacts, type RequestLinks, type Written } from "./status-text.ts";

type Settings = Pick<ServiceSettings, "operator" | "appUrl">;

/** No answer by the day the page named: the text to send now, in English as impact.com reads it (D19). */
export function followUpText(
  facts: RequestFacts & { on: string; text: string },
  locale: Locale,
  links: RequestLinks,
  settings: Settings,
): Written {
  const translator = translatorFor(locale);
  const { t, date } = translator;
  const { reference, ticketNumber } = facts;
  const on = date(facts.on);
  return {
    subject: t("mail.followUp.subject", { on, reference }),
    blocks: [
      { kind: "strong", text: t("mail.followUp.what", { on, reference }) },
      paragraph(t("mail.followUp.send")),
      ...(ticketNumber ? [paragraph(t("mail.status.ticket", { number: ticketNumber }))] : []),
      { kind: "quote", text: facts.text, lang: "en" },
      paragraph(t("mail.followUp.answered")),
      ...ending(facts, translator, links, settings),
    ],
  };
}

/** A request that the merchant wanted to send and that still lies here. */
export function unsentText(
  facts: RequestFacts & { since: string },
  locale: Locale,
  links: RequestLinks,
  settings: Settings,
): Written {
  const translator = translatorFor(locale);
  const { t, instant } = translator;
  const { reference, timeZone } = facts;
  const since = instant(facts.since, timeZone);
  return {
    subject: t("mail.unsent.subject", { reference }),
    blocks: [
      { kind: "strong", text: t("mail.unsent.what", { reference, since }) },
      paragraph(t("mail.unsent.send")),
      paragraph(t("mail.unsent.done")),
      ...ending(facts, translator, links, settings),
    ],
  };
}
