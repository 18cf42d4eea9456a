import type { MailedStep } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { footer } from "./footer.ts";

/** What every mail about a closing request knows; days and instants are ISO 8601. */
export type RequestFacts = {
  shopName: string;
  reference: string;
  ticketNumber: string | null;
  timeZone: string;
  installed: boolean;
};
export type StatusFacts = RequestFacts & {
  /** False of a partner's account, which impact.com does not charge. */
  isBilled: boolean;
  step: MailedStep | "probe-answers";
  at: string;
  /** Set once closed. */
  refundBy: string | null;
  askChargeOn: string | null;
};
/** `text` is ready to be sent to impact.com, in English. */
export type RefundLateFacts = RequestFacts & { refundBy: string; text: string };
export type ChargeFacts = RequestFacts & { closedOn: string; text: string };

/** `finish` is null while the app is installed: the admin is the way in then, and needs no secret link. */
export type RequestLinks = { finish: string | null; stop: string };
type Settings = Pick<ServiceSettings, "operator" | "appUrl">;
export type Written = { subject: string; blocks: MailBlock[] };

/** The billing of these goes on. */
const NOT_CLOSED = new Set<StatusFacts["step"]>([
  "desk-acknowledged",
  "desk-waits",
  "desk-resumed",
  "desk-solved",
  "delivery-gave-up",
  "told-rejected",
  "told-withdrawn",
]);

type Words = { subject: string; what: string; rest: MailBlock[] };

/** A mail about a closing request: what happened in one strong line, what it means, and the ending all of them have. */
export const requestMail =
  <Facts extends RequestFacts>(words: (facts: Facts, translator: Translator) => Words) =>
  (facts: Facts, locale: Locale, links: RequestLinks, settings: Settings): Written => {
    const translator = translatorFor(locale);
    const { subject, what, rest } = words(facts, translator);
    const blocks: MailBlock[] = [{ kind: "strong", text: what }, ...rest];
    return { subject, blocks: [...blocks, ...ending(facts, translator, links, settings)] };
  };

/** A change of the request's status (E4): what happened, what it means, what to do. */
export const statusText = requestMail<StatusFacts>((facts, { t, instant, date }) => {
  const { step, reference, ticketNumber, refundBy, askChargeOn } = facts;
  return {
    subject: t(`mail.status.subject.${step}`, { reference }),
    what: t(`mail.status.what.${step}`, { reference, when: instant(facts.at, facts.timeZone) }),
    rest: [
      paragraph(t(`mail.status.next.${step}`)),
      ...(refundBy ? [paragraph(t("mail.status.refundBy", { on: date(refundBy) }))] : []),
      ...(askChargeOn ? [paragraph(t("mail.status.askChargeOn", { on: date(askChargeOn) }))] : []),
      ...(ticketNumber ? [paragraph(t("mail.status.ticket", { number: ticketNumber }))] : []),
      ...(NOT_CLOSED.has(step)
        ? [paragraph(t("mail.receipt.notClosed", { isBilled: String(facts.isBilled) }))]
        : []),
    ],
  };
});

/** The refund is late (E5), with what to do about it. It claims no sum: only impact.com knows what was left. */
export const refundLateText = requestMail<RefundLateFacts>((facts, { t, date }) => {
  const by = date(facts.refundBy);
  return {
    subject: t("mail.refundLate.subject", { by }),
    what: t("mail.refundLate.what", { by }),
    rest: [
      paragraph(t("mail.refundLate.none")),
      {
        kind: "list",
        items: [t("mail.refundLate.look"), t("mail.refundLate.write"), t("mail.refundLate.bank")],
      },
      { kind: "quote", text: facts.text, lang: "en" },
    ],
  };
});

/** Five weeks after the closing: whether the card was charged again (experience.md 1, idea 10). */
export const chargeQuestionText = requestMail<ChargeFacts>((facts, { t, date }) => ({
  subject: t("mail.charge.subject"),
  what: t("mail.charge.what", { on: date(facts.closedOn) }),
  rest: [
    paragraph(t("mail.charge.no")),
    paragraph(t("mail.charge.yes")),
    { kind: "quote", text: facts.text, lang: "en" },
  ],
}));

export function paragraph(text: string): MailBlock {
  return { kind: "paragraph", text };
}

/** The way in, why this mail came, and the way to stop it. */
function ending(
  { shopName, reference, installed }: RequestFacts,
  { t }: Translator,
  links: RequestLinks,
  settings: Settings,
): MailBlock[] {
  return [
    links.finish
      ? { kind: "action", text: t("mail.status.action"), href: links.finish }
      : paragraph(t("mail.status.inAdmin")),
    { kind: "small", text: t("mail.status.why", { shopName, reference, installed: String(installed) }) },
    { kind: "small-link", text: t("mail.stop"), href: links.stop },
    ...footer(t, settings),
  ];
}
