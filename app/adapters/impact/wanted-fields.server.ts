import { parseForeignJson } from "./foreign-json.server.ts";
import {
  afterKey,
  afterSpace,
  afterValue,
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_MAP,
  COMMA,
  OPEN_LIST,
  OPEN_MAP,
  QUOTE,
} from "./json-tokens.server.ts";

/** The list of an answer, and the fields of its rows that somebody reads. */
export type WantedFields = { list: string; fields: readonly string[] };

const LAST_OF_ASCII = 0x7f;

type Values = Record<string, unknown>;

/**
 * An answer with no more of each row than is read of it, otherwise as `parseForeignJson` would give it: numbers are the
 * text they were written in. Of the thirty fields of an action that nobody reads no value is made. Null for what is not
 * quite plain: the whole parser judges that.
 */
export function readWantedFields(bytes: Buffer, { list, fields }: WantedFields): Values | null {
  const answer: Values = {};
  const rowInto = rowScanner(bytes, fields);
  const rowsFrom = (from: number): number => {
    const rows: Values[] = [];
    answer[list] = rows;
    return afterEach(bytes, from, CLOSE_LIST, (place) => {
      const row: Values = {};
      rows.push(row);
      return rowInto(place, row);
    });
  };
  const end = afterEach(bytes, afterSpace(bytes, 0), CLOSE_MAP, (place) => {
    const value = afterKey(bytes, place);
    if (value < 0) return -1;
    const key = /^"([@\w]{1,40})"/.exec(bytes.toString("latin1", place, value))?.[1];
    // What else an answer may hold beside its list is for the whole parser; so is a key that is none of a plain object.
    if (key === undefined || key === "__proto__") return -1;
    if (key === list && bytes[value] === OPEN_LIST) return rowsFrom(value);
    return valueInto(bytes, value, answer, key);
  });
  return end >= 0 && afterSpace(bytes, end) === bytes.length ? answer : null;
}

/** Behind a map or list each of whose parts `part` looks past; -1 where one is not plain. */
function afterEach(bytes: Buffer, from: number, close: number, part: (place: number) => number): number {
  if (bytes[from] !== (close === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) return -1;
  let place = afterSpace(bytes, from + 1);
  if (bytes[place] === close) return place + 1;
  for (;;) {
    const end = part(place);
    if (end < 0) return -1;
    place = afterSpace(bytes, end);
    if (bytes[place] === close) return place + 1;
    if (bytes[place] !== COMMA) return -1;
    place = afterSpace(bytes, place + 1);
  }
}

/** A key of the row before: where it stands, how far its value is, and whether the value is wanted. */
type KnownKey = { place: number; length: number; field: string | null };

/** Reads rows one after another. They name the same keys in the same order, so that a key is compared and not read. */
function rowScanner(bytes: Buffer, fields: readonly string[]): (from: number, row: Values) => number {
  const wanted = new Set(fields);
  const known: KnownKey[] = [];
  const keyAt = (place: number, nth: number): KnownKey | null => {
    const before = known[nth];
    if (before && isSame(bytes, before.place, place, before.length)) return before;
    const value = afterKey(bytes, place);
    if (value < 0) return null;
    const text = textOf(bytes, place, bytes.lastIndexOf(QUOTE, value - 1) + 1);
    const key = { place, length: value - place, field: wanted.has(text) ? text : null };
    known[nth] = key;
    return key;
  };
  return (from, row) => {
    let nth = 0;
    return afterEach(bytes, from, CLOSE_MAP, (place) => {
      const key = keyAt(place, nth);
      nth += 1;
      if (key === null) return -1;
      const value = place + key.length;
      return key.field === null ? afterValue(bytes, value) : valueInto(bytes, value, row, key.field);
    });
  };
}

function isSame(bytes: Buffer, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}

/** Reads a value that is no map and no list. */
function valueInto(bytes: Buffer, from: number, into: Values, key: string): number {
  const first = bytes[from];
  if (first === OPEN_MAP || first === OPEN_LIST) return -1;
  const end = afterValue(bytes, from);
  if (end < 0) return -1;
  if (first === QUOTE) into[key] = textOf(bytes, from, end);
  else {
    const word = bytes.toString("latin1", from, end);
    into[key] = word === "null" ? null : word === "true" || word === "false" ? word === "true" : word;
  }
  return end;
}

/** A string with its quotes, as text. */
function textOf(bytes: Buffer, from: number, end: number): string {
  let isAscii = true;
  for (let place = from; place < end; place += 1) {
    const byte = bytes[place] as number;
    if (byte === BACKSLASH) return String(parseForeignJson(bytes.toString("utf8", from, end)));
    if (byte > LAST_OF_ASCII) isAscii = false;
  }
  return bytes.toString(isAscii ? "latin1" : "utf8", from + 1, end - 1);
}
