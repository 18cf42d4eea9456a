import { stringify } from "csv-stringify/sync";

/** A text from anywhere, a count, an amount or day of ours, or nothing. */
export type Cell = string | number | null | { plain: string };

/** UTF-8 is what Excel takes a file for only when it begins with this mark; without it Chinese is garbled. */
const BYTE_ORDER_MARK = "\uFEFF";

/** An amount or day that a spreadsheet shall reckon with; what does not look like one is a text like any other. */
export const plain = (text: string | null): Cell => (text === null ? null : { plain: text });
const PLAIN = /^-?\d+(\.\d+)?$|^\d{4}-\d{2}-\d{2}$/;

/**
 * What a spreadsheet runs, at the beginning of a cell and behind whatever another program, or Excel in another country,
 * takes for the end of one (ASVS 1.2.10).
 */
const FORMULA_SIGNS = "=+-@|%＝＋－＠";
/** Where a cell may begin, with all blanks and further ends of cells behind it: one pass, each character once. */
const BEGINNINGS = /(?:^|[;\t\r\n])[\s;]*/g;

/** What a spreadsheet makes another number of (0012, 1E5, sixteen digits and more), or a day or a time of day. */
const CHANGED =
  /^(?:0\d+|\d{16,}|\d+(?:[.,]\d*)?e[+-]?\d+|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d{1,2}:\d{2}.*)$/i;

/**
 * Lines of a CSV file as Excel reads them. What it would run, or change into something else, gets an apostrophe in
 * front. `head` is given for the first lines of a file only.
 */
export function csvLines(rows: Cell[][], head: string[] | null): Uint8Array {
  const lines = (head ? [head, ...rows] : rows).map((row) => row.map(written));
  const text = stringify(lines, {
    record_delimiter: "windows",
    // The library quotes its own signs only; the others would end a cell in another program.
    quoted_match: /[;\t\r\n]/,
  });
  return Buffer.from(head ? BYTE_ORDER_MARK + text : text, "utf8");
}

function written(cell: Cell): string | number | null {
  if (typeof cell === "string") return asText(cell);
  if (typeof cell !== "object" || cell === null) return cell;
  return PLAIN.test(cell.plain) ? cell.plain : asText(cell.plain);
}

const asText = (text: string): string =>
  CHANGED.test(text.trim()) ? `'${text}` : text.replace(BEGINNINGS, disarmed);

/** An apostrophe behind each end of a cell from which only blanks lead to a sign that begins a formula. */
function disarmed(beginning: string, offset: number, text: string): string {
  const next = text.charAt(offset + beginning.length);
  if (next === "" || !FORMULA_SIGNS.includes(next)) return beginning;
  const last = beginning.lastIndexOf(";");
  const ends = beginning.slice(Math.max(last, 0)).replace(/[;\t\r\n]/g, "$&'");
  // At the very beginning of the text the cell begins before whatever blank stands there.
  return offset === 0 && last < 0 ? `'${ends}` : beginning.slice(0, Math.max(last, 0)) + ends;
}
