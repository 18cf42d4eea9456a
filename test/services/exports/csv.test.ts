import { describe, expect, it } from "vitest";
import { csvLines, plain } from "#app/services/exports/csv.ts";

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

  it.each([
    ";=1+1",
    ";; =1",
    "\t=1+1",
    "\n@x",
    "a;=1+1",
    "a;  =1+1",
    "a\t=1+1",
    "a\n@x",
    "a\r\n-1",
    "Blog; +49",
    "a;＝1",
  ])("never lets what stands behind a sign that ends a cell elsewhere run: %j", (cell) => {
    const line = text(csvLines([["id", cell]], null));
    // Cut where a spreadsheet of another country, or a program for tabs, cuts.
    for (const part of line.split(/[;\t\r\n]/)) expect(part.trim()).not.toMatch(/^"?[=+\-@＝]/);
    expect(line).toContain(`"`);
  });

  it.each(["0012", "1E5", "1e+05", "12345678901234567", "1234567890123456", "3-4", "2026/05/12", "12:30"])(
    "keeps the id %s a text, which a spreadsheet would make another value of",
    (id) => {
      expect(text(csvLines([[id]], null))).toBe(`'${id}\r\n`);
    },
  );

  it.each(["31001-202606", "1000", "123456789012345", "a-1-2", "Blog 5", "v1.2.3-beta", "0"])(
    "leaves %s as it is, which no spreadsheet changes",
    (id) => {
      expect(text(csvLines([[id]], null))).toBe(`${id}\r\n`);
    },
  );

  it("writes amounts and days of ours to be reckoned with, debts too, and trusts no word for one", () => {
    const row = [
      plain("-12.50"),
      plain("75.00"),
      plain("2026-06-21"),
      plain(null),
      plain("=1+1"),
      plain("1E5"),
    ];
    expect(text(csvLines([row], null))).toBe("-12.50,75.00,2026-06-21,,'=1+1,'1E5\r\n");
  });

  it.each([
    ["  =1", "'  =1"],
    ["a;  =1+1", `"a;'  =1+1"`],
    ["a\t=1", `"a\t'=1"`],
    ["a\t;=1", `"a\t;'=1"`],
    ["  ;=1", `"  ;'=1"`],
    ["\t=1", `"'\t'=1"`],
    [";=1", `";'=1"`],
    [";\t=1", `";'\t'=1"`],
    [" 0012", "' 0012"],
    ["0012 ", "'0012 "],
  ])("puts one apostrophe where a cell begins, and changes nothing else: %j", (cell, line) => {
    expect(text(csvLines([[cell]], null))).toBe(`${line}\r\n`);
  });
});
