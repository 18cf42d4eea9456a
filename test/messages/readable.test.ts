import { readFileSync } from "node:fs";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { GROUPS } from "#app/messages/catalogue.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { textsOf } from "./icu.ts";

const ALL = Object.keys(GROUPS);
/** Fewer sentences say little about how a text reads. */
const ENOUGH = 20;

/** impact.com's own sentences, in its words or translated, are as long as it made them. */
const isQuoted = (id: string) => id.startsWith("core.quote.");

/** Whole sentences; labels and headings are none. */
function sentencesIn(locale: Locale, groups: readonly string[]): string[] {
  const messages = groups.flatMap((group) =>
    Object.entries<string>(JSON.parse(readFileSync(`app/messages/${locale}/${group}.json`, "utf8"))),
  );
  return messages
    .filter(([id]) => !isQuoted(id))
    .flatMap(([, text]) => textsOf(text, locale))
    .filter((variant) => /[.?!]$/.test(variant))
    .flatMap((variant) => variant.split(/(?<=[.?!:])\s+/))
    .filter((sentence) => /\p{L}/u.test(sentence));
}
const wordsIn = (text: string) => text.split(/\s+/);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("the English text", () => {
  const measure = (groups: readonly string[]) => {
    const sentences = sentencesIn("en", groups);
    const counts = {
      sentence: sentences.length,
      word: sum(sentences.map((sentence) => wordsIn(sentence).length)),
      syllable: sum(sentences.map((sentence) => syllable(sentence))),
    };
    return { ...counts, grade: fleschKincaid(counts) };
  };

  it.each([
    ["pages", 6, (group: string) => !group.startsWith("mail")],
    ["emails", 7, (group: string) => group.startsWith("mail")],
  ] as const)("of %s can be read after %i years of school, fifteen words a sentence", (_, grade, where) => {
    const found = measure(ALL.filter(where));
    expect(found.sentence).toBeGreaterThan(40);
    expect(found.word / found.sentence).toBeLessThanOrEqual(15);
    expect(found.grade).toBeLessThanOrEqual(grade);
  });

  it("of no group of pages asks for more than eight years", () => {
    const groups = ALL.filter((group) => measure([group]).sentence >= ENOUGH);
    expect(groups.length).toBeGreaterThan(15);
    expect(groups.filter((group) => measure([group]).grade > 8)).toEqual([]);
  });
});

/** Letters that make a word a long one, and the figure below which a text counts as easy (Björnsson's LIX). */
const LONG_FROM = 7;
const EASY = 40;

/** LIX: words in a sentence, and how many of a hundred are long. Made for Swedish, in use for the others. */
function lix(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn).filter((word) => /\p{L}/u.test(word));
  const long = words.filter((word) => word.replaceAll(/\P{L}/gu, "").length >= LONG_FROM);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

describe.each(LOCALES.filter((locale) => !/^(zh|ja)/.test(locale)))("the text in %s", (locale) => {
  it("is easy to read by LIX", () => {
    const sentences = sentencesIn(locale, ALL);
    expect(sentences.length).toBeGreaterThan(1_000);
    expect(lix(sentences)).toBeLessThanOrEqual(EASY);
  });

  it("has no group that is hard to read", () => {
    const hard = ALL.filter((group) => {
      const sentences = sentencesIn(locale, [group]);
      return sentences.length >= ENOUGH && lix(sentences) > 50;
    });
    expect(hard).toEqual([]);
  });
});

/** Characters; a Chinese or Japanese sentence of more is two. Values count as one. */
const LONGEST = { "zh-CN": 75, "zh-TW": 75, ja: 90 } as const;

describe.each(["zh-CN", "zh-TW", "ja"] as const)("the text in %s", (locale) => {
  it("has no sentence that is too long for a screen", () => {
    const long = ALL.filter((group) => group !== "ticket" && group !== "alarm").flatMap((group) =>
      Object.entries<string>(JSON.parse(readFileSync(`app/messages/${locale}/${group}.json`, "utf8")))
        .filter(([id]) => !isQuoted(id))
        .flatMap(([id, text]) =>
          textsOf(text, locale)
            .flatMap((variant) => variant.split(/(?<=[。？！\n])/))
            .filter((sentence) => sentence.length > LONGEST[locale])
            .map((sentence) => `${id}: ${sentence}`),
        ),
    );
    expect(long).toEqual([]);
  });
});
