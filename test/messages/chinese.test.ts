import { describe, expect, it } from "vitest";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { hasWholeChoices } from "./icu.ts";
import { ALLOWED_ZH, BANNED_ZH } from "./words/banned-zh.ts";
import { isProgramText, isQuoted, readable } from "./words/texts.ts";

const texts = readable("zh-CN").filter(({ id }) => !isProgramText(id));
const messages = Object.entries(catalogueOf("zh-CN")).filter(([id]) => !isQuoted(id));
const shown = ({ id, text }: { id: string; text: string }) => `${id}: ${text}`;
const isAllowed = (id: string, word: string) =>
  ALLOWED_ZH.some(([ids, words]) => ids.test(id) && words.test(word));
const sentencesOf = (text: string) => text.split(/[。？！\n]/).filter((each) => each.trim() !== "");
const hanIn = (text: string) => [...text.matchAll(/\p{Script=Han}/gu)].length;

/** Texts with a full stop even when they are one sentence: mails, tickets, answers. */
const isProse = (id: string) => /^mail\.|^ticket\.|^questions\.|^history\.|^task\.comment$/.test(id);
/** Short lines under a figure are sentences of their own beside others, as drawn. */
const isFigureLine = (id: string) =>
  /^(closing|request|before|overview|exit|partner|editions|months|ledger|fees)\./.test(id);

describe("the Chinese text", () => {
  it("has no word of the list", () => {
    const found = messages.flatMap(([id, message]) =>
      BANNED_ZH.flatMap(([word, instead]) => {
        const hit = word.exec(message)?.[0];
        return hit === undefined || isAllowed(id, hit)
          ? []
          : [`${id}: “${hit}”，改为 ${instead}：${message}`];
      }),
    );
    expect(found).toEqual([]);
  });

  it("has no sentence of more than 30 characters, in tickets of more than 45", () => {
    const most = (id: string) =>
      /^ticket\.|^core\.|^mail\.(stuck|alert|oddity)|^task\.withdraw-switches\.why$/.test(id) ? 45 : 30;
    const long = texts.flatMap(({ id, text }) =>
      sentencesOf(text)
        .filter((sentence) => hanIn(sentence) > most(id))
        .map((sentence) => `${id} (${hanIn(sentence)}): ${sentence}`),
    );
    expect([...new Set(long)]).toEqual([]);
  });

  it("has full-width marks beside Chinese, and none of the marks that are out", () => {
    const found = texts.filter(
      ({ id, text }) =>
        /\p{Script=Han}[,;:!?()]|[,;!?(]\p{Script=Han}|[；—'"]|…(?!1)/u.test(text) ||
        (/！/.test(text) && !/^ticket\./.test(id)),
    );
    expect(found.map(shown)).toEqual([]);
  });

  it("has a blank between Chinese and Latin, and none beside full-width marks", () => {
    const found = messages.filter(([id, message]) => {
      const text = message.replace(/\{\w+(, (select|plural|number))?,?/g, "{").replace(/\w+ (?=\{)/g, "");
      return (
        !isProgramText(id) &&
        (/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text.replace(/\d+ ?[月日年]/g, "")) ||
          / [，。：；？！（）“”、]|[，。：；？！（）、] (?!→)/.test(
            text.replace(/→ /g, "").replace(/ →/g, ""),
          ))
      );
    });
    expect(found.map(([id, message]) => `${id}: ${message}`)).toEqual([]);
  });

  it("has no full stop after the only sentence of a label, and one after each of several", () => {
    const found = texts.filter(({ id, text }) => {
      if (isProse(id) || isFigureLine(id)) return false;
      const several = sentencesOf(text).length > 1;
      return several ? !/[。？！：”）]$|1$/.test(text) : /。$/.test(text);
    });
    expect(found.map(shown)).toEqual([]);
  });

  it("has a choice only around whole sentences", () => {
    const found = messages.filter(
      ([id, message]) => id !== "mail.oddity.line" && !hasWholeChoices(message, "zh-CN"),
    );
    expect(found.map(([id, message]) => `${id}: ${message}`)).toEqual([]);
  });
});
