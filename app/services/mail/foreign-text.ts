import { z } from "zod";

const MAX_LENGTH = 80;
/** Of a longer text only this much is read: with blanks and marks taken out, more than is shown. */
const LONGEST_READ = 10 * MAX_LENGTH;
/** Line breaks, controls, and marks that turn the direction of what follows. */
const STEERING = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
/** An invisible mark that no line breaks at: behind it no mail program takes the next letters for an address. */
const JOINER = "\u2060";

/**
 * A name somebody else chose, such as a partner's, for a mail the merchant trusts: one line, not too long, and no link,
 * because mail programs make links of whatever looks like one.
 */
export function foreignText(text: string): string {
  const line = text.slice(0, LONGEST_READ).replace(STEERING, " ").replace(/\s+/g, " ").trim();
  const characters = [...line];
  const short = characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH - 1).join("")}…` : line;
  return short.replace(/(?<=[.:@/])(?=\S)/g, JOINER);
}

/** A name in the facts of a mail. */
export const foreignName = z.string().transform(foreignText);
