import PDFKit from "pdfkit";
import type { PdfBlock, PdfDocument, PdfWriter } from "#app/ports/index.ts";
import { type Fonts, loadFonts } from "./fonts.server.ts";

/** Points. */
const MARGIN = 56;
const SIZE = { title: 18, heading: 13, text: 10.5, footer: 8.5 };
const GAP = { paragraph: 6, section: 12 };
const INK = "#1a1a1a";
const QUIET = "#595959";
/** The geta mark, by which Chinese and Japanese printers show a letter they do not have. */
const REPLACEMENT = "〓";

type Pdf = PDFKit.PDFDocument;

/**
 * Documents on A4, tagged for screen readers, with title and language. Nothing of the moment goes into the bytes: the
 * dates are the document's own, and the library derives the file's id from them.
 */
export function createPdfWriter(): PdfWriter {
  let fonts: Promise<Fonts> | undefined;
  return {
    async write(document) {
      fonts ??= loadFonts();
      return render(document, await fonts);
    },
  };
}

function render(document: PdfDocument, fonts: Fonts): Promise<Uint8Array> {
  const { shown, replaced } = inCoveredLetters(document, fonts.covers);
  const pdf = new PDFKit({
    size: "A4",
    margin: MARGIN,
    pdfVersion: "1.7",
    tagged: true,
    lang: shown.language,
    displayTitle: true,
    bufferPages: true,
    // The default is a font that a reader has to bring along.
    font: "",
    info: { Title: shown.title, CreationDate: new Date(shown.madeAt.epochMilliseconds) },
  });
  const bytes = collect(pdf);
  pdf.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const add = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw));
  add("H1", () => inStyle(pdf, "bold", SIZE.title).text(shown.title));
  pdf.moveDown(0.6);
  for (const block of shown.blocks) drawBlock(pdf, block, add);
  if (replaced) drawBlock(pdf, { kind: "paragraph", text: shown.replacedNote }, add);
  root.end();
  numberPages(pdf, shown.title);
  pdf.end();
  return bytes;
}

const inStyle = (pdf: Pdf, font: "regular" | "bold", size: number, color = INK): Pdf =>
  pdf.font(font).fontSize(size).fillColor(color);

function drawBlock(pdf: Pdf, block: PdfBlock, add: (tag: string, draw: () => void) => void): void {
  const paragraph = { paragraphGap: GAP.paragraph };
  switch (block.kind) {
    case "heading":
      pdf.y += GAP.section;
      add("H2", () => inStyle(pdf, "bold", SIZE.heading).text(block.text, paragraph));
      return;
    case "paragraph":
      add("P", () => inStyle(pdf, "regular", SIZE.text).text(block.text, paragraph));
      return;
    case "strong":
      add("P", () => inStyle(pdf, "bold", SIZE.text).text(block.text, paragraph));
      return;
    case "facts":
      for (const { term, description } of block.rows)
        add("P", () => {
          inStyle(pdf, "bold", SIZE.text).text(`${term} `, { ...paragraph, continued: true });
          inStyle(pdf, "regular", SIZE.text).text(description, paragraph);
        });
      return;
    case "list":
      for (const item of block.items)
        add("P", () => inStyle(pdf, "regular", SIZE.text).text(`•  ${item}`, paragraph));
      return;
    case "quote":
      add("BlockQuote", () => {
        inStyle(pdf, "regular", SIZE.text).text(block.text, MARGIN + GAP.section, pdf.y, paragraph);
        pdf.x = MARGIN;
      });
      return;
  }
}

/** Below the text, and no part of it: readers skip it. */
function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    inStyle(pdf, "regular", SIZE.footer, QUIET).text(
      `${title} · ${page + 1}/${count}`,
      MARGIN,
      pdf.page.height - MARGIN + GAP.section,
      { lineBreak: false },
    );
    pdf.endMarkedContent();
  }
}

/** A letter the font lacks would be a box nobody can copy: it becomes one plainly, and the document says so. */
function inCoveredLetters(document: PdfDocument, covers: Fonts["covers"]) {
  let replaced = false;
  const clean = (text: string): string =>
    Array.from(text.replaceAll("\r\n", "\n").replaceAll("\t", "    "), (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (letter === "\n" || covers(code)) return letter;
      // Control characters, joiners and direction marks have no shape to miss.
      if (/[\p{Cc}\p{Cf}\p{Mn}]/u.test(letter)) return "";
      replaced = true;
      return REPLACEMENT;
    }).join("");
  const shown: PdfDocument = {
    ...document,
    title: clean(document.title),
    blocks: document.blocks.map((block): PdfBlock => {
      if (block.kind === "list") return { ...block, items: block.items.map(clean) };
      if (block.kind !== "facts") return { ...block, text: clean(block.text) };
      return {
        ...block,
        rows: block.rows.map(({ term, description }) => ({
          term: clean(term),
          description: clean(description),
        })),
      };
    }),
  };
  return { shown, replaced };
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (part: Uint8Array) => parts.push(part));
    pdf.on("error", reject);
    pdf.on("end", () => resolve(Buffer.concat(parts)));
  });
}
