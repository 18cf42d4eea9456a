import { type Face, hasShape } from "./fonts.server.ts";

/** A stretch of a line that one font draws. */
export type Run = { face: Face; text: string };

/** Words of alphabets as a whole, so that no word changes its font in the middle; everything else letter by letter. */
const PIECES =
  /[^\s\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+|\s+|[\p{L}\p{N}\p{M}\p{P}\p{S}]/gu;

/** Letters after which a word is broken anywhere: for each line of a word, the library measures all that is left of it. */
const LONGEST_WORD = 80;
/** What a line may break after: a blank, and every letter of scripts that write none. */
const WORDS =
  /[^ \p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]*(?:[ \p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|$)/gu;
/** Of a longer word. A mark stays with its letter. */
const PARTS = new RegExp(`.{1,${LONGEST_WORD}}\\p{M}*`, "gsu");

/** A line in the fonts that can draw it, the first that fits. Letters no font has must have been replaced before. */
export function runsOf(line: string, faces: readonly [Face, ...Face[]]): Run[] {
  const runs: Run[] = [];
  const add = (face: Face, text: string) => {
    const last = runs.at(-1);
    if (last?.face === face) last.text += text;
    else runs.push({ face, text });
  };
  for (const [piece] of line.matchAll(PIECES)) {
    const before = runs.at(-1)?.face;
    // A space takes the font of the word before it: a sentence in one script stays one run.
    if (before && /^\s/u.test(piece) && canDraw(before, piece)) add(before, piece);
    else {
      const whole = faces.find((face) => canDraw(face, piece));
      if (whole) add(whole, piece);
      else for (const letter of piece) add(faces.find((face) => hasShape(face, letter)) ?? faces[0], letter);
    }
  }
  return runs.flatMap(({ face, text }) => partsOf(text).map((part) => ({ face, text: part })));
}

/** A text as it is, but cut where a word of it is too long. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let open = "";
  for (const [word] of text.matchAll(WORDS)) {
    if (word.length <= LONGEST_WORD) open += word;
    else {
      parts.push(open);
      open = "";
      for (const [part] of word.matchAll(PARTS)) parts.push(part);
    }
  }
  return [...parts, open].filter((part) => part !== "");
}

const canDraw = (face: Face, text: string): boolean => [...text].every((letter) => hasShape(face, letter));
