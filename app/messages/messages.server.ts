import { createRequire } from "node:module";
import { parse } from "@formatjs/icu-messageformat-parser";
import { GROUPS, type Group, type MessageId } from "./catalogue.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { createTranslator, type Message, type Translator } from "./translator.ts";

/** Reads a file when it is asked for and keeps it: of a language that nobody reads, nothing is loaded. */
const require = createRequire(import.meta.url);

/** The parser's number for a part that is plain text. */
const LITERAL = 0;

const ALL = Object.keys(GROUPS) as Group[];

const groupOf = (locale: Locale, group: Group): Record<string, string> =>
  require(`#app/messages/${locale}/${group}.json`);

const kept = <Value>(make: (locale: Locale) => Value): ((locale: Locale) => Value) => {
  const known = new Map<Locale, Value>();
  return (locale) => {
    const value = known.get(locale) ?? make(locale);
    known.set(locale, value);
    return value;
  };
};

/** All texts of one language as they are written. */
export const catalogueOf = kept(
  (locale): Readonly<Record<string, string>> =>
    Object.assign({}, ...ALL.map((group) => groupOf(locale, group))),
);

/** The language in which a message reads so; null where it does in none. Of each language only this group is read. */
export const localeSaying = (group: Group, id: MessageId, text: string): Locale | null =>
  LOCALES.find((locale) => groupOf(locale, group)[id] === text) ?? null;

/** The translator of a language. A message is parsed when it is said for the first time. */
export const translatorFor = kept((locale): Translator => {
  const texts = catalogueOf(locale);
  const parsed = new Map<string, Message>();
  return createTranslator(locale, (id) => {
    const text = texts[id];
    if (text === undefined) return undefined;
    const message = parsed.get(id) ?? compile(text);
    parsed.set(id, message);
    return message;
  });
});

/** A text without anything to fill in stays what it is. */
function compile(text: string): Message {
  const parts = parse(text, { captureLocation: false });
  return parts.length === 1 && parts[0] && "value" in parts[0] && parts[0].type === LITERAL
    ? parts[0].value
    : parts;
}

export type PolarisWords = typeof import("@shopify/polaris/locales/en.json");

/** Polaris' own texts. */
export const polarisWords = (locale: Locale): PolarisWords =>
  require(`@shopify/polaris/locales/${locale}.json`);

/** What the pages in the admin say in one language, parsed, so that no browser needs the ICU syntax's parser. */
export const browserWords = (locale: Locale) => ({
  polaris: polarisWords(locale),
  messages: Object.fromEntries(
    ALL.filter((group) => GROUPS[group] === "browser").flatMap((group) =>
      Object.entries(groupOf(locale, group)).map(([id, text]) => [id, compile(text)] as const),
    ),
  ),
});
export type BrowserWords = ReturnType<typeof browserWords>;
