/**
 * Chinese and Japanese messages keep a space around what they are given, because most of it is an amount or a Latin name.
 * Where it begins or ends with an East Asian character or mark itself, such as a date, no space belongs there.
 */
const WIDE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}（）「」、。：，";
/** Those that have room of their own behind them. */
const STOPS = "。！？：；，、）」』";
const WIDE_FIRST = "\u0001";
const WIDE_LAST = "\u0002";

const FIRST = new RegExp(`^(?=[${WIDE}])`, "u");
const LAST = new RegExp(`(?<=[${WIDE}])$`, "u");
const GAP_BEFORE = new RegExp(`(?<=[${WIDE}${WIDE_LAST}]) ?${WIDE_FIRST}`, "gu");
const GAP_AFTER = new RegExp(`${WIDE_LAST} ?(?=[${WIDE}])`, "gu");
const GAP_AFTER_STOP = new RegExp(`(?<=[${STOPS}])${WIDE_LAST} `, "gu");
const ENDS_IN_STOP = new RegExp(`[${STOPS}]$`, "u");
const MARKS = new RegExp(`[${WIDE_FIRST}${WIDE_LAST}]`, "g");

/** Whether texts of this language are written without blanks between words. */
export const isEastAsian = (locale: string): boolean => /^(zh|ja)\b/.test(locale);

/** Marks the values that begin or end with an East Asian character; `closeUp` takes the marks away again. */
export const markEnds = (values: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? marked(value) : value]),
  );

/** The same for one text. */
export const marked = (text: string): string => text.replace(FIRST, WIDE_FIRST).replace(LAST, WIDE_LAST);

/** The text without the blanks that marked values would leave between East Asian characters. */
export const closeUp = (text: string): string =>
  text
    .replaceAll(GAP_BEFORE, "")
    .replaceAll(GAP_AFTER, "")
    .replaceAll(GAP_AFTER_STOP, "")
    .replaceAll(MARKS, "");

/** A sentence with the blank that what follows on its line needs: behind an East Asian stop none is written. */
export const spaced = (text: string): string => (ENDS_IN_STOP.test(text) ? text : `${text} `);

/** Sentences on one line. */
export const inARow = (texts: readonly string[]): string =>
  texts.map((text, index) => (index < texts.length - 1 ? spaced(text) : text)).join("");

/** What stands between a word and its figure: Japanese writes no blank there. */
export const beforeFigure = (locale: string): string => (/^ja\b/.test(locale) ? "" : " ");
