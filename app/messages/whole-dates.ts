import { renderNote } from "#app/domain/text.ts";
import { isEastAsian } from "./close-up.ts";
import type { Translator } from "./translator.ts";

const NO_BREAK_SPACE = "\u00a0";

/** Between date and time, and before the zone in brackets, a line may end. */
const PARTS = /( (?=\d{1,2}[:.]\d{2})| ?(?=\())/;

/**
 * The words of a page, where a line does not end within a date. Only there: what is mailed, printed, kept in a file or sent
 * to impact.com has plain blanks. Chinese and Japanese may end a line anywhere; signs that forbid it would be copied along,
 * and a search on the page would not find the date.
 */
export function withWholeDates(words: Translator): Translator {
  if (isEastAsian(words.locale)) return words;
  const date = (iso: string) => whole(words.date(iso));
  const month = (isoMonth: string) => whole(words.month(isoMonth));
  const { text: message, money, percent } = words;
  return {
    ...words,
    date,
    month,
    shortDate: (iso) => whole(words.shortDate(iso)),
    dated: (iso, today) => whole(words.dated(iso, today)),
    day: (iso) => whole(words.day(iso)),
    instant: (iso, timeZone) =>
      words
        .instant(iso, timeZone)
        .split(PARTS)
        .map((part, index, parts) => (index === parts.length - 1 ? part : whole(part)))
        .join(""),
    note: (note) => renderNote(note, { message, money, date, month, percent }),
  };
}

const whole = (text: string): string => (text === " " ? text : text.replaceAll(" ", NO_BREAK_SPACE));
