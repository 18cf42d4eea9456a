import type { Temporal } from "temporal-polyfill";

/** One part of a document, in reading order; the writer tags it for screen readers by its kind. */
export type PdfBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "facts"; rows: { term: string; description: string }[] }
  | { kind: "list"; items: string[] }
  /** `lang` of both: where they are in another language than the document. */
  | { kind: "strong"; text: string; lang?: string }
  /** Set apart, with its line breaks: somebody's exact words. */
  | { kind: "quote"; text: string; lang?: string };

/** The same document gives the same bytes: whatever differs between two prints is in here. */
export type PdfDocument = {
  title: string;
  /** BCP 47, for screen readers. */
  language: string;
  madeAt: Temporal.Instant;
  blocks: PdfBlock[];
  /** Says at the end that characters had to be replaced; shown only then. */
  replacedNote: string;
};

export interface PdfWriter {
  write(document: PdfDocument): Promise<Uint8Array>;
}
