import { Temporal } from "temporal-polyfill";
import { asksForNone } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import type { WarningFacts } from "../uninstall/warning-facts.ts";
import { footer } from "./footer.ts";
import { requestLine, requestLinkBlocks } from "./request-link.ts";
import { costRows } from "./warning-rows.ts";

/** The words of the warning (E1), at most 120: what happened, what it costs, and how to end it with or without us. */
export function warningText(
  facts: WarningFacts,
  locale: Locale,
  links: { finish: string; stop: string },
  settings: Pick<ServiceSettings, "operator" | "appUrl">,
): { subject: string; blocks: MailBlock[] } {
  const translator = translatorFor(locale);
  const { t } = translator;
  const { shopName } = facts;
  const stop = stopWord(facts);
  return {
    subject: subjectOf(facts, translator),
    blocks: [
      ...bodyBlocks(facts, links.finish, translator),
      ...asOfBlock(facts, translator),
      { kind: "small", text: t("mail.warning.why", { shopName, kept: String(facts.dataKept), stop }) },
      { kind: "small-link", text: t("mail.stop"), href: links.stop },
      ...footer(t, settings),
    ],
  };
}

const stopWord = ({ stop }: WarningFacts) => stop ?? "none";

/** Of a request under way it names the reference, by which the merchant knows that no second one is needed. */
function subjectOf({ closing, request, variant }: WarningFacts, { t }: Translator): string {
  if (closing?.isProved === false) return t("mail.warning.subjectUnproved");
  if (!request || !asksForNone(request.standing)) return t("mail.warning.subject", { variant });
  return t("mail.warning.subjectRequest", { request: request.standing, reference: request.reference });
}

function bodyBlocks(facts: WarningFacts, href: string, translator: Translator): MailBlock[] {
  const { closing } = facts;
  if (!closing) return openBlocks(facts, href, translator);
  const blocks = closing.isProved ? closedBlocks : unprovedBlocks;
  return blocks(facts, closing, href, translator);
}

/** Both: what was noted, and what it costs if that is not so. Nobody showed impact.com's word for it. */
function unprovedBlocks(
  facts: WarningFacts,
  { reference, at, stillOpenAt }: NonNullable<WarningFacts["closing"]>,
  href: string,
  translator: Translator,
): MailBlock[] {
  const { t, date, instant } = translator;
  const { shopName, timeZone } = facts;
  const stop = stopWord(facts);
  const on = date(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString());
  const doubt =
    stillOpenAt === null
      ? t("mail.warning.unproved")
      : t("mail.warning.closedOpen", { asOf: instant(stillOpenAt, timeZone) });
  return [
    { kind: "strong", text: t("mail.warning.closed", { shopName, on, reference, stop }) },
    { kind: "paragraph", text: doubt },
    ...costBlocks(facts, translator),
    { kind: "action", text: t("mail.warning.closedAction"), href },
    { kind: "paragraph", text: t("mail.warning.closedWithoutLink") },
  ];
}

function openBlocks(facts: WarningFacts, href: string, translator: Translator): MailBlock[] {
  const { t } = translator;
  const { shopName, variant, request } = facts;
  const account = facts.account ?? "none";
  const stop = stopWord(facts);
  const isSent = request !== null && asksForNone(request.standing);
  const heading = isSent ? t("mail.warning.headSent") : t("mail.warning.head", { variant });
  return [
    { kind: "heading", text: heading },
    { kind: "paragraph", text: t("mail.warning.stillOpen", { shopName, variant, account, stop }) },
    ...(request ? [requestLine(request, translator)] : []),
    ...costBlocks(facts, translator),
    ...requestLinkBlocks(request, href, translator),
  ];
}

/** By the merchant's own note it is closed. No figure, and no word of an account that is still open but impact.com's. */
function closedBlocks(
  facts: WarningFacts,
  { reference, at, stillOpenAt }: NonNullable<WarningFacts["closing"]>,
  href: string,
  { t, date, instant }: Translator,
): MailBlock[] {
  const { shopName, timeZone } = facts;
  const on = date(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString());
  const next =
    stillOpenAt === null
      ? t("mail.warning.closedNothing")
      : t("mail.warning.closedOpen", { asOf: instant(stillOpenAt, timeZone) });
  return [
    { kind: "strong", text: t("mail.warning.closed", { shopName, on, reference, stop: stopWord(facts) }) },
    { kind: "paragraph", text: next },
    { kind: "action", text: t("mail.warning.closedAction"), href },
    { kind: "paragraph", text: t("mail.warning.closedWithoutLink") },
  ];
}

function costBlocks(facts: WarningFacts, translator: Translator): MailBlock[] {
  const { t, date } = translator;
  if (facts.variant === "usedElsewhere")
    return [{ kind: "paragraph", text: t("mail.warning.usedElsewhere") }];
  if (facts.variant === "noFee") return [];
  if (facts.variant === "otherEdition") return [{ kind: "paragraph", text: t("mail.warning.otherEdition") }];
  const rows = costRows(facts, translator);
  const { trialEndsOn } = facts;
  const isUnknown = facts.nextFee === null && facts.minimum === null;
  return [
    ...(isUnknown ? [{ kind: "paragraph" as const, text: t("mail.warning.noFigure") }] : []),
    ...(rows.length > 0 ? [{ kind: "rows" as const, rows }] : []),
    ...(trialEndsOn
      ? [{ kind: "paragraph" as const, text: t("mail.warning.trial", { on: date(trialEndsOn) }) }]
      : []),
  ];
}

/** How old the figures are, or that they are the merchant's own. */
function asOfBlock(
  { nextFee, asOf, timeZone, closing }: WarningFacts,
  { t, instant }: Translator,
): MailBlock[] {
  if (nextFee === null || closing?.isProved) return [];
  return [
    {
      kind: "small",
      text:
        asOf === null ? t("mail.warning.entered") : t("mail.warning.asOf", { asOf: instant(asOf, timeZone) }),
    },
  ];
}
