import { describe, expect, it } from "vitest";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { hasWholeChoices } from "./icu.ts";
import { ALLOWED, BANNED } from "./words/banned-words.ts";
import { KINDS, SAMPLES } from "./words/kinds.ts";
import { isProgramText, isQuoted, readable, sentencesOf, wordsIn } from "./words/texts.ts";

const texts = readable("en");
/** Lines of lists that carry two numbers, and a bullet in front. */
const TABLE = /^mail\.oddity\.line$/;
const messages = Object.entries(catalogueOf("en")).filter(([id]) => !isQuoted(id));
const isAllowed = (id: string, word: string) =>
  ALLOWED.some(([ids, words]) => ids.test(id) && words.test(word));
const shown = ({ id, text }: { id: string; text: string }) => `${id}: ${text}`;

/** Numbered steps, and labels whose value follows. */
const LABEL_BEFORE_VALUE = /^(receipt\.byHand|closing\.sent\.(until|overdue)$)/;

describe("the English text", () => {
  it("has no word of the list", () => {
    const found = messages.flatMap(([id, message]) =>
      BANNED.flatMap(([word, instead]) => {
        const hit = word.exec(message.replace(/\{\w+, (select|plural),|[\w-]+ (?=\{)/g, " "))?.[0];
        return hit === undefined || isAllowed(id, hit) ? [] : [`${id}: “${hit}”, instead: ${instead}`];
      }),
    );
    expect(found).toEqual([]);
  });

  it("has no sentence of more than 20 words, in tickets of more than 25", () => {
    const most = (id: string) =>
      /^ticket\.|^core\.explain\.|^pack\.|^mail\.(stuck|alert|oddity)/.test(id) ? 25 : 20;
    const long = texts.flatMap(({ id, text }) =>
      sentencesOf(text)
        .filter((sentence) => wordsIn(sentence) > most(id))
        .map((sentence) => `${id} (${wordsIn(sentence)}): ${sentence}`),
    );
    expect([...new Set(long)]).toEqual([]);
  });

  it("keeps the length of its kind", () => {
    const long = readable("en", SAMPLES).flatMap(({ id, text }) => {
      const kind = KINDS.find(({ ids }) => ids.test(id));
      if (!kind) return [];
      const tooMany = sentencesOf(text).length > (kind.sentences ?? 9);
      return text.length > kind.most || tooMany
        ? [`${kind.kind} ${id} (${text.length} of ${kind.most}): ${text}`]
        : [];
    });
    expect(long).toEqual([]);
  });

  it("has curly quotes, no semicolon, no exclamation mark, no em dash and no dots for progress", () => {
    const found = texts.filter(
      ({ id, text }) => !isProgramText(id) && /['"`;!—]|…(?!1)|\.\.\./.test(text.replace(/^Hello.*,$/m, "")),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("has sentence case in titles, labels and buttons", () => {
    const names =
      /\b(Settled|Shopify|Starter|Agency|Essentials|Setup|Home|Subscription|Support|Balance|Overview|Documents|Engage|Partners|Reports|Settings|Account SID|SID|PDF|CSV|API|Excel|GET|PayPal|Node|ID|IDs|Pro|Enterprise|Close|Save|Cancel|Yes|No)\b/;
    const short = texts.filter(
      ({ id, text }) =>
        KINDS.some(
          ({ kind, ids }) =>
            /title|heading|headline|badge|label|button|task|navigation|subject/.test(kind) && ids.test(id),
        ) && !/→/.test(text),
    );
    const found = short.filter(({ text }) =>
      text.split(/(?<=[.?:!])\s+/).some((part) =>
        part
          .split(/\s+/)
          .slice(1)
          .some((word) => /^[A-Z][a-z]/.test(word) && !names.test(word)),
      ),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("has no full stop after the only sentence of a title, label, button, help or error", () => {
    const found = texts.filter(({ id, text }) => {
      const kind = KINDS.find(({ ids }) => ids.test(id))?.kind ?? "";
      return (
        !/subject|assumption|answer|banner body/.test(kind) &&
        kind !== "" &&
        /\.$/.test(text) &&
        sentencesOf(text).length === 1
      );
    });
    expect(found.map(shown)).toEqual([]);
  });

  it("has a full stop after each of several sentences", () => {
    const found = texts.filter(
      ({ id, text }) =>
        sentencesOf(text).length > 1 &&
        !/[.?:,”)]$|1$/.test(text) &&
        !isProgramText(id) &&
        !LABEL_BEFORE_VALUE.test(id),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("says an amount with its mark of certainty only once, and never as “about $0.00”", () => {
    const found = texts.filter(({ text }) =>
      /about about|at least at least|likely likely|about at least/i.test(text),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("has a choice only around whole sentences", () => {
    const found = messages.filter(([id, message]) => !TABLE.test(id) && !hasWholeChoices(message, "en"));
    expect(found.map(([id, message]) => `${id}: ${message}`)).toEqual([]);
  });
});
