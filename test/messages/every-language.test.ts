import { describe, expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { textsOf } from "./icu.ts";
import { MENUS } from "./words/menus.ts";

const english = catalogueOf("en");

/** What is quoted in a text, or a way through menus, may be impact.com's own English. */
const ownWords = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !line.includes("→"))
    .join("\n")
    .replaceAll(/“[^”]*”|„[^“]*“|«[^»]*»|”[^”]*”|「[^」]*」/g, "");

const ENGLISH_WORDS = /\b(the|your|you|with|until|which|has been|could not)\b/i;

describe.each(LOCALES.filter((locale) => locale !== "en"))("the texts in %s", (locale) => {
  const all = Object.entries(catalogueOf(locale));
  const read = all.flatMap(([id, text]) => textsOf(text, locale).map((variant) => [id, variant] as const));
  const those = (isWrong: (text: string) => boolean) =>
    read.filter(([, text]) => isWrong(text)).map(([id, text]) => `${id}: ${text}`);

  it("hold no English sentence, and no English word but names and what is quoted", () => {
    const same = all.filter(
      ([id, text]) => text === english[id] && /[a-z]+ [a-z]+ [a-z]+/.test(ownWords(text)),
    );
    expect(same).toEqual([]);
    expect(those((text) => ENGLISH_WORDS.test(ownWords(text)))).toEqual([]);
  });

  it("say nothing twice in a row", () => {
    // Short words may: "die die", "vous vous".
    expect(those((text) => /(?<!\p{L})(\p{L}{5,}|\p{L}+(?: \p{L}+){1,3}) \1(?!\p{L})/iu.test(text))).toEqual(
      [],
    );
  });

  it("write percentages and amounts as CLDR does", () => {
    const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
    const value = (digits: string) => Number(digits.replace(",", "."));
    const strange = (text: string) => [
      ...[...text.matchAll(/(\d+(?:[.,]\d+)?)\s?%/g)].filter(
        ([shown, digits = ""]) => percent.format(value(digits) / 100) !== shown,
      ),
      ...[...text.matchAll(/\$\s?(\d+(?:[.,]\d\d)?)(?![\d.,]*\d)|(\d+(?:[.,]\d\d)?)\s?\$/g)].filter(
        ([shown, before, behind]) => {
          const digits = before ?? behind ?? "";
          const amount = new Intl.NumberFormat(locale, {
            style: "currency",
            currency: "USD",
            currencyDisplay: "narrowSymbol",
            minimumFractionDigits: /[.,]/.test(digits) ? 2 : 0,
          });
          return amount.format(value(digits)) !== shown;
        },
      ),
    ];
    expect(those((text) => strange(text).length > 0)).toEqual([]);
  });

  it("name the menus of impact.com as it shows them", () => {
    const messages = catalogueOf(locale);
    for (const [id, menu] of Object.entries(MENUS[locale])) expect(messages[id], id).toContain(menu);
  });
});

/** In these a short date ends with a dot itself ("1. aug."), and two dots are none. */
it.each(["de", "da", "sv", "nb"] as const)(
  "no sentence in %s ends with a short date and a full stop",
  (locale) => {
    const dated = Object.entries(catalogueOf(locale)).filter(([, text]) =>
      /\{(on|dueOn|endsOn|locksOn)\}\./.test(text),
    );
    expect(dated).toEqual([]);
  },
);

describe("spaces", () => {
  const found = (locale: "ja" | "zh-TW" | "zh-CN" | "fr", pattern: RegExp) =>
    Object.entries(catalogueOf(locale)).filter(([, text]) => pattern.test(text));

  it("stand between Chinese and Latin, and not between Japanese and Latin", () => {
    const touching = /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u;
    expect([found("zh-CN", touching), found("zh-TW", touching)]).toEqual([[], []]);
    const kana = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
    expect(found("ja", new RegExp(`${kana} [A-Za-z0-9]|[A-Za-z0-9] ${kana}`, "u"))).toEqual([]);
  });

  it("before a French colon or mark, and inside French quotes, keep the line together", () => {
    expect(found("fr", / [:;!?»]|« |«[^\u00a0\u202f]|[^\u00a0\u202f]»/)).toEqual([]);
  });
});
