import { describe, expect, it } from "vitest";
import { csvLines } from "#app/services/exports/csv.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("a CSV file", () => {
  it("begins with the mark by which Excel knows UTF-8, once, and ends its lines as Excel does", () => {
    expect(text(csvLines([["户外", 1, null]], ["名称", "n", "x"]))).toBe("\uFEFF名称,n,x\r\n户外,1,\r\n");
    expect(text(csvLines([["next page", 2, ""]], null))).toBe("next page,2,\r\n");
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://evil.example")',
    "＝1",
    "＠x",
  ])("never lets a cell run as a formula: %j", (cell) => {
    const line = text(csvLines([[cell]], null)).replace(/\r\n$/, "");
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("keeps quotes, commas and line breaks inside their cell", () => {
    expect(text(csvLines([['a "b", c', "d\ne"]], null))).toBe('"a ""b"", c","d\ne"\r\n');
  });
});
