/**
 * Where a token of JSON ends in bytes of UTF-8; -1 where it is none, or one that only a whole parser should judge. Whoever
 * needs a few fields of thousands of rows looks past the others without making a value of each.
 */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const CLOSE_MAP = 0x7d;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const LETTER_U = 0x75;

const ESCAPES = new Set(Buffer.from('"\\/bfnrtu'));
const WORDS = ["null", "true", "false"].map((word) => Buffer.from(word));
/** What is nested deeper is left to the parser. */
const DEEPEST = 20;

/** Undefined behind the end, which compares as false with everything here. */
const at = (bytes: Uint8Array, place: number): number => bytes[place] as number;

/** The next place that holds no white space. */
export function afterSpace(bytes: Uint8Array, from: number): number {
  let place = from;
  for (let byte = at(bytes, place); byte <= SPACE; byte = at(bytes, place)) {
    if (byte !== SPACE && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return place;
    place += 1;
  }
  return place;
}

/** Behind a value of any kind. */
export function afterValue(bytes: Uint8Array, from: number, depth = 0): number {
  const first = at(bytes, from);
  if (first === QUOTE) return afterString(bytes, from);
  if (first === OPEN_MAP || first === OPEN_LIST) return afterNested(bytes, from, depth + 1);
  if (first === MINUS || (first >= ZERO && first <= NINE)) return afterNumber(bytes, from);
  return afterWord(bytes, from);
}

export function afterString(bytes: Uint8Array, from: number): number {
  for (let place = from + 1; place < bytes.length; place += 1) {
    const byte = at(bytes, place);
    if (byte === QUOTE) return place + 1;
    if (byte < SPACE) return -1;
    if (byte !== BACKSLASH) continue;
    place += 1;
    const escaped = at(bytes, place);
    if (!ESCAPES.has(escaped) || (escaped === LETTER_U && !isHex(bytes, place + 1))) return -1;
  }
  return -1;
}

function isHex(bytes: Uint8Array, from: number): boolean {
  for (let place = from; place < from + 4; place += 1) {
    const byte = at(bytes, place);
    const letter = byte | 0x20;
    if (!(byte >= ZERO && byte <= NINE) && !(letter >= 0x61 && letter <= 0x66)) return false;
  }
  return true;
}

/** Behind the digits of a number; an exponent is left standing, and then no value ends here. */
function afterNumber(bytes: Uint8Array, from: number): number {
  const start = at(bytes, from) === MINUS ? from + 1 : from;
  const whole = afterDigits(bytes, start);
  if (whole === start || (at(bytes, start) === ZERO && whole > start + 1)) return -1;
  if (at(bytes, whole) !== POINT) return whole;
  const end = afterDigits(bytes, whole + 1);
  return end === whole + 1 ? -1 : end;
}

function afterDigits(bytes: Uint8Array, from: number): number {
  let place = from;
  for (let byte = at(bytes, place); byte >= ZERO && byte <= NINE; byte = at(bytes, place)) place += 1;
  return place;
}

function afterWord(bytes: Uint8Array, from: number): number {
  for (const word of WORDS)
    if (word.every((byte, index) => at(bytes, from + index) === byte)) return from + word.length;
  return -1;
}

/** Behind a map or a list that is only looked past. */
function afterNested(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > DEEPEST) return -1;
  const isMap = at(bytes, from) === OPEN_MAP;
  const close = isMap ? CLOSE_MAP : CLOSE_LIST;
  let place = afterSpace(bytes, from + 1);
  if (at(bytes, place) === close) return place + 1;
  for (;;) {
    if (isMap) place = afterKey(bytes, place);
    if (place < 0) return -1;
    place = afterValue(bytes, place, depth);
    if (place < 0) return -1;
    place = afterSpace(bytes, place);
    const behind = at(bytes, place);
    if (behind === close) return place + 1;
    if (behind !== COMMA) return -1;
    place = afterSpace(bytes, place + 1);
  }
}

/** Where the value of a key begins. */
export function afterKey(bytes: Uint8Array, from: number): number {
  if (at(bytes, from) !== QUOTE) return -1;
  const end = afterString(bytes, from);
  if (end < 0) return -1;
  const colon = afterSpace(bytes, end);
  return at(bytes, colon) === COLON ? afterSpace(bytes, colon + 1) : -1;
}
