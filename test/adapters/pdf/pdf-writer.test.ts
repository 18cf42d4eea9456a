import { Temporal } from "temporal-polyfill";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { createPdfWriter } from "#app/adapters/pdf/pdf-writer.server.ts";
import type { PdfDocument } from "#app/ports/index.ts";
import { growth } from "#test/linear/growth.ts";

const writer = createPdfWriter();
const aDocument = (overrides: Partial<PdfDocument> = {}): PdfDocument => ({
  title: "关闭申请 SET-7KQ2-M9XD",
  language: "zh-CN",
  madeAt: Temporal.Instant.from("2026-06-21T09:00:00Z"),
  replacedNote: "A box stands for a letter.",
  blocks: [
    { kind: "facts", rows: [{ term: "编号：", description: "SET-7KQ2-M9XD" }] },
    { kind: "quote", text: "Please close account IR1.\r\n请关闭账户。" },
  ],
  ...overrides,
});
const open = async (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes));
const textOf = async (bytes: Uint8Array) => (await extractText(await open(bytes), { mergePages: true })).text;

describe("a PDF", () => {
  it("gives its Chinese and English words back to whoever selects or searches them", async () => {
    const text = await textOf(await writer.write(aDocument()));
    for (const words of [
      "关闭申请 SET-7KQ2-M9XD",
      "编号： SET-7KQ2-M9XD",
      "Please close account IR1.",
      "请关闭账户。",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("A box");
  });

  it("has title and language, is tagged, and embeds the letters it shows and no more", async () => {
    const bytes = await writer.write(aDocument());
    const pdf = await open(bytes);
    expect((await pdf.getMetadata()).info).toMatchObject({
      Title: "关闭申请 SET-7KQ2-M9XD",
      Language: "zh-CN",
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = await (await pdf.getPage(1)).getStructTree();
    expect(JSON.stringify(tree)).toMatch(/"H1".*"L".*"LI".*"Lbl".*"LBody".*"BlockQuote"/);
    expect(bytes.length).toBeLessThan(50_000);
  });

  // One character that the mainland, Taiwan and Japan draw differently; beside it a quote in another language.
  it.each([
    ["ja", "NotoSansJP"],
    ["zh-TW", "NotoSansTC"],
    ["zh-CN", "NotoSansSC"],
    ["de", "NotoSansSC"],
  ])("has in %s the shapes of that language, and a quote those of its own", async (language, family) => {
    const blocks: PdfDocument["blocks"] = [
      { kind: "paragraph", text: "直骨今" },
      { kind: "quote", text: "Please close it.", lang: "en" },
      { kind: "quote", text: "閉鎖", lang: "ja" },
    ];
    const bytes = await writer.write(aDocument({ title: "SET-1", language, blocks }));
    const families = new Set(
      [
        ...Buffer.from(bytes)
          .toString("latin1")
          .matchAll(/\/BaseFont \/[A-Z]{6}\+(NotoSans(?:[A-Z]{2})?)/g),
      ].map(([, each]) => each),
    );
    // The English quote has letters of the alphabets' font, the Japanese one its kanji from Japan.
    expect([...families].sort()).toEqual([...new Set(["NotoSans", family, "NotoSansJP"])].sort());
    const tree = JSON.stringify(await (await (await open(bytes)).getPage(1)).getStructTree());
    expect(tree).toMatch(/"BlockQuote"[^[]*"lang":"en"|"lang":"en"[^[]*"BlockQuote"/);
  });

  // Chinese fonts draw it as wide as a character: eleven points more than here.
  it.each(["it", "fr", "en"])(
    "has in %s an apostrophe that is narrower than its letters",
    async (language) => {
      const bytes = await writer.write(
        aDocument({ title: "SET-1", language, blocks: [{ kind: "paragraph", text: "l’app" }] }),
      );
      const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
      expect(items.find((item) => "str" in item && item.str === "l’app")).toMatchObject({
        width: expect.closeTo(22.5, 0),
      });
    },
  );

  it("is the same byte for byte for the same document, and another for another", async () => {
    const [first, again, other] = [
      await writer.write(aDocument()),
      await createPdfWriter().write(aDocument()),
      await writer.write(aDocument({ madeAt: Temporal.Instant.from("2026-06-22T09:00:00Z") })),
    ];
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it("goes on over pages, each numbered", async () => {
    const text = Array.from({ length: 120 }, (_, line) => `Line ${line} 行`).join("\n");
    const pdf = await open(await writer.write(aDocument({ blocks: [{ kind: "quote", text }] })));
    const { text: pages } = await extractText(pdf);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)).toContain("Line 119 行");
    expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`);
  });

  it("replaces a letter it has no shape for plainly, and says so", async () => {
    const text = await textOf(
      await writer.write(
        aDocument({ blocks: [{ kind: "paragraph", text: "\u{13000} \u{1F600}\u202E ok" }] }),
      ),
    );
    expect(text).toContain("〓 〓 ok");
    expect(text).toContain("A box stands for a letter.");
  });

  it("tags its lists as lists: every item with its bullet or its name, and what belongs to it", async () => {
    const blocks: PdfDocument["blocks"] = [
      { kind: "facts", rows: [{ term: "Store:", description: "Acme" }] },
      { kind: "list", items: ["first", "second", "third"] },
    ];
    const pdf = await open(await writer.write(aDocument({ blocks })));
    type Tagged = { role?: string; type?: string; children?: Tagged[] };
    const tree: Tagged = (await (await pdf.getPage(1)).getStructTree()) ?? {};
    const partsOf = ({ children = [] }: Tagged) => children.filter(({ role }) => role !== undefined);
    const lists = partsOf(partsOf(tree)[0] ?? {}).filter(({ role }) => role === "L");
    const rolesOf = (list: Tagged) =>
      partsOf(list).map((item) => [item.role, ...partsOf(item).map(({ role }) => role)]);
    expect(lists.map(rolesOf)).toEqual([
      [["LI", "Lbl", "LBody"]],
      [
        ["LI", "Lbl", "LBody"],
        ["LI", "Lbl", "LBody"],
        ["LI", "Lbl", "LBody"],
      ],
    ]);
  });

  it("keeps a bullet on the page of its item", async () => {
    const items = Array.from({ length: 90 }, (_, index) => `Item number ${index}.`);
    const pdf = await open(await writer.write(aDocument({ blocks: [{ kind: "list", items }] })));
    const { text: pages } = await extractText(pdf);
    expect(pages.length).toBeGreaterThan(2);
    const bullets = pages.map((page) => page.split("• Item").length - 1);
    expect(bullets).toEqual(pages.map((page) => page.split("Item number").length - 1));
  });

  it("gives words without an end back whole, and ends a line with whatever ends one", async () => {
    const long = "wÄ.ế".repeat(500);
    const lines = "one\u2028two\u0085three\vfour\rfive";
    const text = await textOf(
      await writer.write(aDocument({ blocks: [{ kind: "quote", text: `${lines} ${long}` }] })),
    );
    expect(text.replaceAll(/\s/g, "")).toContain(long);
    expect(text).toMatch(/one\s+two\s+three\s+four\s+five/);
  });

  it.each(["w", "ế", ".", "a\u00a0", "a\u0316\u0301"])(
    "takes no more than its share of time for a word of nothing but %j",
    async (piece) => {
      const writeFor = (text: string) => writer.write(aDocument({ blocks: [{ kind: "quote", text }] }));
      expect(await growth(writeFor, (length) => piece.repeat(length / piece.length))).toBeLessThanOrEqual(12);
    },
  );
});
