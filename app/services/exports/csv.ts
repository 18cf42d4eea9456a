import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

/** UTF-8 is what Excel takes a file for only when it begins with this mark; without it Chinese is garbled. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Lines of a CSV file as Excel reads them. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front (ASVS 1.2.10). `head` is given for the first lines of a file only.
 */
export function csvLines(rows: Cell[][], head: string[] | null): Uint8Array {
  const text = stringify(head ? [head, ...rows] : rows, {
    record_delimiter: "windows",
    escape_formulas: true,
    // The library quotes its own line end only; a lone line feed would end the row as well.
    quoted_match: /[\r\n]/,
  });
  return Buffer.from(head ? BYTE_ORDER_MARK + text : text, "utf8");
}
