/** U+0000, which no database takes in a text, and halves of surrogate pairs, which are no character at all. */
const UNUSABLE = /[\0\p{Surrogate}]/gu;

/** Text from outside without the two things nothing behind the border can hold. One pass, linear in its length. */
export const cleanText = (text: string): string => text.replace(UNUSABLE, "");

/**
 * Parses JSON from outside; every text and key in it is clean, and no key reaches a prototype. Undefined for what is no
 * JSON, which JSON itself cannot say.
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => cleanValue(value));
  } catch {
    return undefined;
  }
}

/** One value whose parts are clean already. */
function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (!keys.some((key) => key === "__proto__" || cleanText(key) !== key)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "__proto__");
  return Object.fromEntries(entries.map(([key, each]) => [cleanText(key), each]));
}
