import { randomInt } from "node:crypto";

/** No vowels, no 0/O, 1/I: it is read out on the phone and must not spell anything. */
const ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXYZ";

/** A reference such as `SET-7KQ2-M9XD`; 29^8 are enough never to meet by chance, and the column is unique. */
export function createReference(): string {
  const part = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `SET-${part()}-${part()}`;
}
