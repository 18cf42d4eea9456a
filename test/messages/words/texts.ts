import type { Locale } from "#app/messages/locales.ts";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { textsOf } from "../icu.ts";

/** impact.com's own sentences are as long as it made them, in its words or translated. */
export const isQuoted = (id: string): boolean => id.startsWith("core.quote.");

/** A file in the evidence pack, with program names and JSON in it. */
export const isProgramText = (id: string): boolean => id === "pack.readme";

/** Every text a person may read, with its id: one for each choice of a `select` or `plural`. */
export function readable(
  locale: Locale,
  samples: Readonly<Record<string, string>> = {},
): { id: string; text: string }[] {
  return Object.entries(catalogueOf(locale))
    .filter(([id]) => !isQuoted(id))
    .flatMap(([id, message]) =>
      [...new Set(textsOf(message, locale, samples))].map((text) => ({ id, text })),
    );
}

/** The sentences of an English text: after a full stop, a question mark, or a line break. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!])\s+|\n+/)
    .map((each) => each.trim())
    .filter((each) => /\w/.test(each));

/** Words as they are read: an arrow, a bullet and a plus are none. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((each) => /\w/.test(each)).length;
