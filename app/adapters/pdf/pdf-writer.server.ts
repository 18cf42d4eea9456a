import PDFKit from "pdfkit";
import type { PdfBlock, PdfDocument, PdfWriter } from "#app/ports/index.ts";
import { drawableText, lettersOf } from "./drawable-text.ts";
import { createFontLibrary, type Face } from "./fonts.server.ts";
import { runsOf } from "./text-runs.ts";

/** Points. */
const MARGIN = 56;
const SIZE = { title: 18, heading: 13, text: 10.5, footer: 8.5 };
const GAP = { paragraph: 6, section: 12 };
const HANGING = 14;
const INK = "#1a1a1a";
const QUIET = "#595959";

type Faces = readonly [Face, ...Face[]];
type Style = { weight: "regular" | "bold"; size: number; color?: string };
type Pdf = PDFKit.PDFDocument;
type Write = (text: string, style: Style, options?: PDFKit.Mixins.TextOptions) => void;
/** What draws one document: `write` ends the line, unless more of it follows; `writeIn` does in the shapes of a language. */
type Page = { pdf: Pdf; write: Write; writeIn: (language: string) => Write };
type Parent = PDFKit.PDFStructureElement;

const TEXT: Style = { weight: "regular", size: SIZE.text };
const STRONG: Style = { weight: "bold", size: SIZE.text };

/**
 * Documents on A4, tagged for screen readers, with title and language. Nothing of the moment goes into the bytes: the
 * dates are the document's own, and the library derives the file's id from them.
 */
export function createPdfWriter(): PdfWriter {
  const fonts = createFontLibrary();
  return {
    async write(document) {
      const own = await fonts.facesFor(lettersOf(document), document.language);
      const faces = new Map([[document.language, own]]);
      for (const block of document.blocks) {
        if (!("lang" in block) || !block.lang) continue;
        const letters = lettersOf({ title: "", replacedNote: "", blocks: [block] });
        faces.set(block.lang, [...(await fonts.facesFor(letters, block.lang)), ...own]);
      }
      return render(document, own, faces);
    },
  };
}

function render(document: PdfDocument, own: Faces, faces: ReadonlyMap<string, Faces>): Promise<Uint8Array> {
  const { shown, replaced } = drawableText(document, own);
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
  const writeIn = (language: string) => writerFor(pdf, faces.get(language) ?? own);
  const page = { pdf, write: writeIn(shown.language), writeIn };
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(pdf.struct("H1", {}, () => page.write(shown.title, { weight: "bold", size: SIZE.title })));
  pdf.moveDown(0.6);
  for (const block of shown.blocks) drawBlock(page, block, root);
  if (replaced) drawBlock(page, { kind: "paragraph", text: shown.replacedNote }, root);
  root.end();
  numberPages(page, shown.title);
  pdf.end();
  return bytes;
}

/** Writes text in as many fonts as it needs, on one baseline and with the line height of the first. */
function writerFor(pdf: Pdf, faces: Faces): Write {
  for (const { name, regular, bold } of faces)
    pdf.registerFont(`${name}-regular`, regular).registerFont(`${name}-bold`, bold);
  const [base] = faces;
  return (text, { weight, size, color = INK }, options = {}) => {
    pdf.fillColor(color).fontSize(size);
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1;
      const runs = runsOf(line, faces);
      if (runs.length === 0) runs.push({ face: base, text: "" });
      for (const [at, { face, text: letters }] of runs.entries())
        pdf.font(`${face.name}-${weight}`).text(letters, {
          ...options,
          paragraphGap: isLast ? (options.paragraphGap ?? 0) : 0,
          lineGap: (base.line - face.line) * size,
          baseline: -base.ascent * size,
          continued: at < runs.length - 1 || (isLast && options.continued === true),
          ...(face.takesLettersApart && { features: wholeLetters() }),
        });
    }
  };
}

/** The types know only lists of features to add; the font library also takes which to leave out, and writes into it. */
const wholeLetters = () => ({ ccmp: false, liga: false }) as unknown as PDFKit.Mixins.OpenTypeFeatures[];

function drawBlock(page: Page, block: PdfBlock, root: Parent): void {
  const { pdf, write } = page;
  const gap = { paragraphGap: GAP.paragraph };
  const add = (tag: string, draw: () => void, lang?: string) =>
    root.add(pdf.struct(tag, lang ? { lang } : {}, draw));
  switch (block.kind) {
    case "heading":
      pdf.y += GAP.section;
      add("H2", () => write(block.text, { weight: "bold", size: SIZE.heading }, gap));
      return;
    case "paragraph":
      add("P", () => write(block.text, TEXT, gap));
      return;
    case "strong":
      add("P", () => write(block.text, STRONG, gap));
      return;
    case "facts":
      drawList(page, block.rows, root, ({ term, description }) => ({
        label: () => write(`${term} `, STRONG, { ...gap, continued: true }),
        body: () => write(description, TEXT, gap),
      }));
      return;
    case "list":
      drawList(page, block.items, root, (item) => ({
        label: () => {
          const { y } = pdf;
          write("•", TEXT, { lineBreak: false });
          pdf.y = y;
        },
        body: () => indented(pdf, HANGING, () => write(item, TEXT, gap)),
      }));
      return;
    case "quote":
      add(
        "BlockQuote",
        () =>
          indented(pdf, GAP.section, () =>
            (block.lang ? page.writeIn(block.lang) : write)(block.text, TEXT, gap),
          ),
        block.lang,
      );
      return;
  }
}

/** A list by the standard's tags: each item with its label, a bullet or the name of what follows, and its body. */
function drawList<T>(
  { pdf }: Page,
  items: readonly T[],
  root: Parent,
  parts: (item: T) => { label: () => void; body: () => void },
): void {
  const list = pdf.struct("L");
  root.add(list);
  for (const item of items) {
    const { label, body } = parts(item);
    // A label must not stay behind at the foot of a page.
    if (pdf.y + SIZE.text * 1.5 > pdf.page.height - MARGIN) pdf.addPage();
    const entry = pdf.struct("LI");
    list.add(entry);
    entry.add(pdf.struct("Lbl", {}, label));
    entry.add(pdf.struct("LBody", {}, body));
    entry.end();
  }
  list.end();
}

function indented(pdf: Pdf, by: number, draw: () => void): void {
  pdf.x = MARGIN + by;
  draw();
  pdf.x = MARGIN;
}

/** Below the text, and no part of it: readers skip it. */
function numberPages({ pdf, write }: Page, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.x = MARGIN;
    pdf.y = pdf.page.height - MARGIN + GAP.section;
    const style: Style = { weight: "regular", size: SIZE.footer, color: QUIET };
    write(`${title} · ${page + 1}/${count}`, style, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (part: Uint8Array) => parts.push(part));
    pdf.on("error", reject);
    pdf.on("end", () => resolve(Buffer.concat(parts)));
  });
}
