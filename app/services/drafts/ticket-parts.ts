import type { Locale } from "#app/messages/locales.ts";
import { localeSaying } from "#app/messages/messages.server.ts";

/** A stretch of a text and its language; null where that is not known. */
export type TextPart = { text: string; lang: Locale | null };

/** What stands between the English half of a ticket and the merchant's own (compose-ticket.ts). */
const BETWEEN = /(?<=\n\r?\n)---\r?\n([^\r\n]+)\r?\n\r?\n/g;

/** A ticket as its halves, so that each can be shown in its language: not a letter is lost or added. */
export function ticketParts(text: string): TextPart[] {
  const found = [...text.matchAll(BETWEEN)].map(({ index, 1: line = "" }) => ({
    index,
    lang: localeSaying("ticket", "ticket.translation", line),
  }));
  const second = found.find(({ lang }) => lang !== null) ?? found[0];
  if (!second) return [{ text, lang: "en" }];
  return [
    { text: text.slice(0, second.index), lang: "en" },
    { text: text.slice(second.index), lang: second.lang },
  ];
}
