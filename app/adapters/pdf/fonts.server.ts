import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { unwrapWoff } from "./unwrap-woff.ts";

/** `covers` tells which characters the regular cut has; the bold one has the same. */
export type Fonts = { regular: Buffer; bold: Buffer; covers: (codePoint: number) => boolean };

const FILES = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified";

/** Noto Sans SC (SIL Open Font License 1.1): Latin and Chinese in one file; a PDF embeds only the letters it shows. */
export async function loadFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([load("400"), load("700")]);
  const parsed: Font = create(regular) as Font;
  return { regular, bold, covers: (codePoint) => parsed.hasGlyphForCodePoint(codePoint) };
}

async function load(weight: string): Promise<Buffer> {
  const file = createRequire(import.meta.url).resolve(`${FILES}-${weight}-normal.woff`);
  return unwrapWoff(await readFile(file));
}
