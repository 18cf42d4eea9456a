import { parse } from "@formatjs/icu-messageformat-parser";
import alarmEn from "./en/alarm.json" with { type: "json" };
import alertsEn from "./en/alerts.json" with { type: "json" };
import chartsEn from "./en/charts.json" with { type: "json" };
import closeEn from "./en/close.json" with { type: "json" };
import closingEn from "./en/closing.json" with { type: "json" };
import commonEn from "./en/common.json" with { type: "json" };
import connectEn from "./en/connect.json" with { type: "json" };
import coreEn from "./en/core.json" with { type: "json" };
import deskEn from "./en/desk.json" with { type: "json" };
import draftsEn from "./en/drafts.json" with { type: "json" };
import exitEn from "./en/exit.json" with { type: "json" };
import exitGuardsEn from "./en/exit-guards.json" with { type: "json" };
import exportEn from "./en/export.json" with { type: "json" };
import figuresEn from "./en/figures.json" with { type: "json" };
import homeEn from "./en/home.json" with { type: "json" };
import kindsEn from "./en/kinds.json" with { type: "json" };
import linksEn from "./en/links.json" with { type: "json" };
import mailEn from "./en/mail.json" with { type: "json" };
import mailStatusEn from "./en/mail-status.json" with { type: "json" };
import openingEn from "./en/opening.json" with { type: "json" };
import overviewEn from "./en/overview.json" with { type: "json" };
import problemEn from "./en/problem.json" with { type: "json" };
import publicEn from "./en/public.json" with { type: "json" };
import receiptEn from "./en/receipt.json" with { type: "json" };
import routesEn from "./en/routes.json" with { type: "json" };
import statusEn from "./en/status.json" with { type: "json" };
import ticketEn from "./en/ticket.json" with { type: "json" };
import watchEn from "./en/watch.json" with { type: "json" };
import type { Locale } from "./locales.ts";
import { createTranslator, type Messages, type Translator } from "./translator.ts";
import alarmZh from "./zh-CN/alarm.json" with { type: "json" };
import alertsZh from "./zh-CN/alerts.json" with { type: "json" };
import chartsZh from "./zh-CN/charts.json" with { type: "json" };
import closeZh from "./zh-CN/close.json" with { type: "json" };
import closingZh from "./zh-CN/closing.json" with { type: "json" };
import commonZh from "./zh-CN/common.json" with { type: "json" };
import connectZh from "./zh-CN/connect.json" with { type: "json" };
import coreZh from "./zh-CN/core.json" with { type: "json" };
import deskZh from "./zh-CN/desk.json" with { type: "json" };
import draftsZh from "./zh-CN/drafts.json" with { type: "json" };
import exitZh from "./zh-CN/exit.json" with { type: "json" };
import exitGuardsZh from "./zh-CN/exit-guards.json" with { type: "json" };
import exportZh from "./zh-CN/export.json" with { type: "json" };
import figuresZh from "./zh-CN/figures.json" with { type: "json" };
import homeZh from "./zh-CN/home.json" with { type: "json" };
import kindsZh from "./zh-CN/kinds.json" with { type: "json" };
import linksZh from "./zh-CN/links.json" with { type: "json" };
import mailZh from "./zh-CN/mail.json" with { type: "json" };
import mailStatusZh from "./zh-CN/mail-status.json" with { type: "json" };
import openingZh from "./zh-CN/opening.json" with { type: "json" };
import overviewZh from "./zh-CN/overview.json" with { type: "json" };
import problemZh from "./zh-CN/problem.json" with { type: "json" };
import publicZh from "./zh-CN/public.json" with { type: "json" };
import receiptZh from "./zh-CN/receipt.json" with { type: "json" };
import routesZh from "./zh-CN/routes.json" with { type: "json" };
import statusZh from "./zh-CN/status.json" with { type: "json" };
import ticketZh from "./zh-CN/ticket.json" with { type: "json" };
import watchZh from "./zh-CN/watch.json" with { type: "json" };

/** The parser's number for a part that is plain text. */
const LITERAL = 0;

const CATALOGUES: Record<Locale, Record<string, string>> = {
  en: {
    ...alarmEn,
    ...alertsEn,
    ...chartsEn,
    ...closeEn,
    ...closingEn,
    ...commonEn,
    ...connectEn,
    ...coreEn,
    ...deskEn,
    ...draftsEn,
    ...exitEn,
    ...exitGuardsEn,
    ...exportEn,
    ...figuresEn,
    ...homeEn,
    ...kindsEn,
    ...linksEn,
    ...mailEn,
    ...mailStatusEn,
    ...openingEn,
    ...overviewEn,
    ...problemEn,
    ...publicEn,
    ...receiptEn,
    ...statusEn,
    ...routesEn,
    ...ticketEn,
    ...watchEn,
  },
  "zh-CN": {
    ...alarmZh,
    ...alertsZh,
    ...chartsZh,
    ...closeZh,
    ...closingZh,
    ...commonZh,
    ...connectZh,
    ...coreZh,
    ...deskZh,
    ...draftsZh,
    ...exitZh,
    ...exitGuardsZh,
    ...exportZh,
    ...figuresZh,
    ...homeZh,
    ...kindsZh,
    ...linksZh,
    ...mailZh,
    ...mailStatusZh,
    ...openingZh,
    ...overviewZh,
    ...problemZh,
    ...publicZh,
    ...receiptZh,
    ...statusZh,
    ...routesZh,
    ...ticketZh,
    ...watchZh,
  },
};

/** All texts of one language as they are written. */
export const catalogueOf = (locale: Locale): Record<string, string> => CATALOGUES[locale];

const compiled = new Map<Locale, Messages>();

/**
 * All messages of one language, parsed. The browser gets them with the page, so that it loads only its own language and
 * nothing that reads the ICU syntax.
 */
export function messagesOf(locale: Locale): Messages {
  const known = compiled.get(locale);
  if (known) return known;
  const messages = Object.fromEntries(
    Object.entries(CATALOGUES[locale]).map(([id, text]) => [id, compile(text)]),
  );
  compiled.set(locale, messages);
  return messages;
}

/** A text without anything to fill in stays what it is. */
function compile(text: string): Messages[string] {
  const parts = parse(text, { captureLocation: false });
  return parts.length === 1 && parts[0] && "value" in parts[0] && parts[0].type === LITERAL
    ? parts[0].value
    : parts;
}

const translators = new Map<Locale, Translator>();

/** The translator for server-side text: mails, tickets, the stand-alone page. */
export function translatorFor(locale: Locale): Translator {
  const known = translators.get(locale);
  if (known) return known;
  const translator = createTranslator(locale, messagesOf(locale));
  translators.set(locale, translator);
  return translator;
}

/** Polaris' own texts follow the page's language, and are loaded only where Polaris is. */
export async function polarisMessages(locale: Locale) {
  const files = {
    en: () => import("@shopify/polaris/locales/en.json", { with: { type: "json" } }),
    "zh-CN": () => import("@shopify/polaris/locales/zh-CN.json", { with: { type: "json" } }),
  } satisfies Record<Locale, unknown>;
  return (await files[locale]()).default;
}
