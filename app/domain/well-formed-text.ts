/** U+0000, which PostgreSQL stores in no text, and halves of a pair that stand alone, which no UTF-8 can write. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text without what no database and no file can hold; everything else stays as it is. In linear time. */
export function wellFormedText(text: string): string {
  return text.isWellFormed() && !text.includes("\0") ? text : text.replace(UNSTORABLE, "");
}
