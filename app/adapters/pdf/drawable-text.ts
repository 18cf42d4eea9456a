import type { PdfBlock, PdfDocument } from "#app/ports/index.ts";
import { type Face, hasShape } from "./fonts.server.ts";

/** The geta mark, by which Chinese and Japanese printers show a letter they do not have. */
const REPLACEMENT = "〓";

/** Whatever ends a line anywhere; left out, it would join two words. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Every text of a document in one, to find the fonts it needs. */
export const lettersOf = ({
  title,
  replacedNote,
  blocks,
}: Pick<PdfDocument, "title" | "replacedNote" | "blocks">): string =>
  composed(JSON.stringify([title, replacedNote, blocks]) + REPLACEMENT);

/** A letter the fonts lack would be a box nobody can copy: it becomes one plainly, and the document says so. */
export function drawableText(
  document: PdfDocument,
  faces: readonly Face[],
): { shown: PdfDocument; replaced: boolean } {
  let replaced = false;
  const clean = (text: string): string =>
    Array.from(composed(text.replaceAll(LINE_END, "\n").replaceAll("\t", "    ")), (letter) => {
      if (letter === "\n" || faces.some((face) => hasShape(face, letter))) return letter;
      // Control characters, joiners and direction marks have no shape to miss.
      if (/[\p{Cc}\p{Cf}\p{Mn}]/u.test(letter)) return "";
      replaced = true;
      return REPLACEMENT;
    }).join("");
  const shown = {
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

/** Letter and mark as the one letter they make, where there is one: fonts draw those best. */
const composed = (text: string): string => text.normalize("NFC");
