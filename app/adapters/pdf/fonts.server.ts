import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { unwrapWoff } from "./unwrap-woff.ts";

/**
 * One font in two weights; `covers` tells which characters the regular one has, and the bold one has the same. `ascent`
 * and `line` are the height above the baseline and that of a line, in parts of the letter size.
 */
export type Face = {
  name: string;
  regular: Buffer;
  bold: Buffer;
  ascent: number;
  line: number;
  /** Draws some letters as two shapes, which whoever copies them would get back as others. */
  takesLettersApart: boolean;
  covers: (codePoint: number) => boolean;
};

/** Where a font lies, and which characters may ask for it. */
type Source = { name: string; asks: RegExp; file: (weight: "400" | "700") => string };

const EXPO = "@expo-google-fonts";
const expo = (folder: string, family: string) => (weight: "400" | "700") => {
  const cut = weight === "400" ? "400Regular" : "700Bold";
  return `${EXPO}/${folder}/${cut}/${family}_${cut}.ttf`;
};

/** All are Noto Sans (SIL Open Font License 1.1). */
const ALPHABETS: Source = {
  name: "alphabets",
  asks: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u,
  file: expo("noto-sans", "NotoSans"),
};

/** The usual Chinese, and Latin beside it, in 1.5 MB: enough for most receipts. */
const CHINESE: Source = {
  name: "chinese",
  asks: /[\p{Script=Han}\p{Script=Common}]/u,
  file: (weight) => `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`,
};

/**
 * One character has other shapes in Japan and in Taiwan: what is written there begins with a font from there. Whoever
 * writes with an alphabet begins with one for that: in the others an apostrophe is as wide as a Chinese character.
 */
const BASE_OF = new Map<string, Source>([
  ["zh-CN", CHINESE],
  ["ja", { name: "japanese", asks: /./su, file: expo("noto-sans-jp", "NotoSansJP") }],
  ["zh-TW", { name: "traditional", asks: /./su, file: expo("noto-sans-tc", "NotoSansTC") }],
]);

/**
 * Loaded when a character asks for them: other alphabets, Korean, and every other Chinese and Japanese character of
 * GB 2312, Big5 and JIS X 0208.
 */
const OTHERS: readonly Source[] = [
  ALPHABETS,
  CHINESE,
  { name: "korean", asks: /\p{Script=Hangul}/u, file: expo("noto-sans-kr", "NotoSansKR") },
  {
    name: "han",
    asks: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}]/u,
    file: expo("noto-sans-sc", "NotoSansSC"),
  },
];

/** The fonts a text of a language needs, that of the language first; each is read from disk once. */
export type FontLibrary = { facesFor(text: string, language: string): Promise<[Face, ...Face[]]> };

export function createFontLibrary(read = readFont): FontLibrary {
  const loaded = new Map<Source, Promise<Face>>();
  const load = (source: Source): Promise<Face> => {
    const known = loaded.get(source);
    if (known) return known;
    const face = faceOf(source, read);
    loaded.set(source, face);
    // What could not be read for once is read again for the next document.
    face.catch(() => loaded.delete(source));
    return face;
  };
  return {
    async facesFor(text, language) {
      const base = BASE_OF.get(language) ?? ALPHABETS;
      const faces: [Face, ...Face[]] = [await load(base)];
      let open = [...new Set(text)].filter((letter) => !hasShape(faces[0], letter));
      for (const source of OTHERS) {
        if (source === base || !open.some((letter) => source.asks.test(letter))) continue;
        const face = await load(source);
        faces.push(face);
        open = open.filter((letter) => !hasShape(face, letter));
      }
      return faces;
    },
  };
}

/** Whether a font can draw a character. */
export const hasShape = (face: Face, letter: string): boolean => face.covers(letter.codePointAt(0) ?? 0);

async function faceOf({ name, file }: Source, read: typeof readFont): Promise<Face> {
  const [regular, bold] = await Promise.all([read(file("400")), read(file("700"))]);
  const parsed = create(regular) as Font;
  const { ascent, descent, lineGap, unitsPerEm } = parsed;
  return {
    name,
    regular,
    bold,
    ascent: ascent / unitsPerEm,
    line: (ascent - descent + lineGap) / unitsPerEm,
    takesLettersApart: name === "alphabets",
    covers: (codePoint) => parsed.hasGlyphForCodePoint(codePoint),
  };
}

async function readFont(file: string): Promise<Buffer> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return file.endsWith(".woff") ? unwrapWoff(bytes) : bytes;
}
