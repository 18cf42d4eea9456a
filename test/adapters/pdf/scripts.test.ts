import { Temporal } from "temporal-polyfill";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { createPdfWriter } from "#app/adapters/pdf/pdf-writer.server.ts";

const writer = createPdfWriter();

/** What a PDF reader gets back of a text, one line after the other. */
async function readBack(lines: string[]): Promise<string> {
  const bytes = await writer.write({
    title: "Scripts",
    language: "en",
    madeAt: Temporal.Instant.from("2026-06-21T09:00:00Z"),
    replacedNote: "A box stands for a letter.",
    blocks: [{ kind: "quote", text: lines.join("\n") }],
  });
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
}

const LINE = 36;
/** With a blank after each, so that no two of them are drawn as one. */
const linesOf = (letters: string[]): string[] =>
  Array.from({ length: Math.ceil(letters.length / LINE) }, (_, line) =>
    letters.slice(line * LINE, (line + 1) * LINE).join(" "),
  );

/** Visible characters of a range that Unicode has, composed as a font has them. */
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index).normalize("NFC"))
    .filter((letter) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter))
    // Two characters that every font draws with one shape: a reader gives back the other one.
    .filter((letter) => letter !== "µ");

/** Every character of two bytes that an encoding has in these rows. */
function encoded(encoding: string, rows: [number, number], cells: [number, number][]): string[] {
  const decoder = new TextDecoder(encoding);
  const letters: string[] = [];
  for (let row = rows[0]; row <= rows[1]; row += 1)
    for (const [first, last] of cells)
      for (let cell = first; cell <= last; cell += 1)
        letters.push(decoder.decode(Uint8Array.of(row, cell)).normalize("NFC"));
  return letters.filter((letter) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter) && letter !== "\uFFFD");
}

/** What is printed, and how many characters there are at least. */
const SCRIPTS: [string, number, string[]][] = [
  ["Latin, with Latin Extended-A and B", 500, range(0x21, 0x24f)],
  ["Vietnamese and Latin Extended Additional", 250, range(0x1e00, 0x1eff)],
  ["Greek", 100, range(0x370, 0x3e1)],
  ["ancient Greek", 200, range(0x1f00, 0x1fff)],
  ["Cyrillic with its supplement", 290, range(0x400, 0x52f)],
  ["Korean, the syllables of KS X 1001", 2_350, encoded("euc-kr", [0xb0, 0xc8], [[0xa1, 0xfe]])],
  ["Japanese kana", 180, range(0x3041, 0x30ff)],
  ["the kanji of JIS X 0208", 6_355, encoded("euc-jp", [0xb0, 0xf4], [[0xa1, 0xfe]])],
  ["the signs of GB 2312", 680, encoded("gb18030", [0xa1, 0xa9], [[0xa1, 0xfe]])],
  ["the 6,763 characters of GB 2312", 6_763, encoded("gb18030", [0xb0, 0xf7], [[0xa1, 0xfe]])],
  [
    "the 5,401 characters of Big5's first level",
    5_401,
    encoded(
      "big5",
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ],
];

describe("a PDF in every script a merchant may write", () => {
  it.each(SCRIPTS)("prints %s, and gives every character back", async (_name, least, letters) => {
    expect(new Set(letters).size).toBeGreaterThanOrEqual(least);
    const text = await readBack(linesOf(letters));
    const found = new Set(text.normalize("NFC"));
    expect(letters.filter((letter) => !found.has(letter)).join(" ")).toBe("");
    expect(text).not.toContain("A box");
  });

  it.each([
    "Công ty Đường Sắt Việt Nam, Nguyễn Thị Phượng, fin",
    "Sklep żółty Łódź, Ğ Ş İ ı, Zürich",
    "Северная звезда, Київ, Їжак",
    "Το κατάστημά μου, ἀρχὴ ἥμισυ παντός",
    "계정을 닫아 주세요 (주)한국상사",
    "アカウントを解約してください。株式会社「さくら堂」",
    "請關閉我的帳戶，謝謝。 请关闭账户。",
    "Mixed Nguyễn 한국 Łódź 日本 end",
  ])("gives whole sentences back as they were written: %s", async (sentence) => {
    expect((await readBack([sentence])).replaceAll(/\s+/g, " ")).toContain(sentence);
  });

  it("puts letter and mark together that somebody wrote as two", async () => {
    expect(await readBack(["Vie\u0323\u0302t Nam"])).toContain("Việt Nam");
  });
});
