import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { textsOf } from "./icu.ts";

/** Words a merchant who leaves must never meet: the marks of the patterns docs/dark-patterns.md rules out. */
const NEVER: Record<string, Record<Locale, RegExp>> = {
  "shames who leaves": {
    en: /\b(no,? (thanks|i)\b|sorry to see|sad to|miss out|missing out|i like losing|give up on|goodbye)/i,
    "zh-CN": /舍不得|真的要离开|错过|后悔|残忍|遗憾/,
  },
  "makes haste without a cause": {
    en: /\b(hurry|act now|last chance|only today|limited time|expires? soon|don.t wait|immediately|urgent)/i,
    "zh-CN": /马上|赶快|抓紧|限时|最后机会|仅剩|紧急|倒计时/,
  },
  "offers something to stay": {
    en: /\b(discount|% off|coupon|special offer|free month|upgrade|pause instead|stay with|before you go|call us|book a call|chat with)/i,
    "zh-CN": /折扣|优惠|特惠|免费送|升级|留下来|致电|预约通话/,
  },
  "points at what others do": {
    en: /\b(other merchants|most (merchants|people|stores)|merchants (stayed|love|choose)|people like you|\d+ merchants|rated|stars)/i,
    "zh-CN": /其他商家|大多数商家|商家都|好评|星级/,
  },
  "turns a sentence twice": {
    en: /\b(do(n.t| not) (un|dis)\w+|not (un|in)(likely|able|common|necessary)\b|unless you (do not|don.t)|never not|opt out of not)/i,
    "zh-CN": /不(要|会)不|并非不|无不|不得不/,
  },
  "asks a second time": { en: /\bare you sure\b|really want/i, "zh-CN": /确定要|您确定|真的要/ },
  "promises what only impact.com can": {
    en: /\b(guarantee\w*|we (will )?(close|refund)(d| you| your)|will certainly)/i,
    "zh-CN": /保证|一定会退|我们将(关闭|退款)/,
  },
};

describe.each(LOCALES)("no text in %s", (locale) => {
  it.each(Object.keys(NEVER))("%s", (pattern) => {
    const words = NEVER[pattern]?.[locale] ?? /(?:)/;
    const found = Object.entries(catalogueOf(locale)).filter(([, text]) => words.test(text));
    expect(found).toEqual([]);
  });
});

/** impact.com's own sentences, in its words or translated, are as long as it made them. */
const isQuoted = (id: string) => id.startsWith("core.quote.");

const english = Object.entries(catalogueOf("en"))
  .filter(([id]) => !isQuoted(id))
  .map(([id, text]) => ({
    id,
    // Labels and headings are no sentences.
    sentences: textsOf(text, "en")
      .filter((variant) => /[.?!]$/.test(variant))
      .flatMap((variant) => variant.split(/(?<=[.?!:])\s+/))
      .filter((sentence) => /\w/.test(sentence)),
  }));
const wordsIn = (text: string) => text.split(/\s+/).length;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("the English text", () => {
  it.each([
    ["pages", 6, (id: string) => !id.startsWith("mail.")],
    ["emails", 7, (id: string) => id.startsWith("mail.")],
  ] as const)("of %s can be read after %i years of school, fifteen words a sentence", (_, grade, where) => {
    const sentences = english.flatMap((message) => (where(message.id) ? message.sentences : []));
    const counts = {
      sentence: sentences.length,
      word: sum(sentences.map(wordsIn)),
      syllable: sum(sentences.map((sentence) => syllable(sentence))),
    };
    expect(counts.sentence).toBeGreaterThan(40);
    expect(counts.word / counts.sentence).toBeLessThanOrEqual(15);
    expect(fleschKincaid(counts)).toBeLessThanOrEqual(grade);
  });
});
