/**
 * Chinese and Japanese messages keep a space around what they are given, because most of it is an amount or a Latin name.
 * Where it begins or ends with an East Asian character or mark itself, such as a date, no space belongs there.
 */
const WIDE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}（）「」、。：，";
const WIDE_FIRST = "\u0001";
const WIDE_LAST = "\u0002";

const FIRST = new RegExp(`^(?=[${WIDE}])`, "u");
const LAST = new RegExp(`(?<=[${WIDE}])$`, "u");
const GAP_BEFORE = new RegExp(`(?<=[${WIDE}${WIDE_LAST}]) ?${WIDE_FIRST}`, "gu");
const GAP_AFTER = new RegExp(`${WIDE_LAST} ?(?=[${WIDE}])`, "gu");
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
  text.replaceAll(GAP_BEFORE, "").replaceAll(GAP_AFTER, "").replaceAll(MARKS, "");
