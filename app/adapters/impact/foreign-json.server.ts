import { cleanText } from "#app/domain/index.ts";
import { parseExactJson } from "./exact-json.server.ts";

/** How JSON writes what no database can hold; a text that only looks so is walked through for nothing. */
const SUSPECT = /\\u(0000|d[89a-f])/i;

/**
 * JSON of impact.com's as it may be kept: numbers as the text they were written in, and texts without U+0000 and without
 * halves of a pair. Throws SyntaxError on text that is not JSON.
 */
export function parseForeignJson(body: string): unknown {
  // JSON allows neither as itself, and nothing is lost with it.
  const text = body.includes("\0") ? cleanText(body) : body;
  const value = parseExactJson(text);
  return SUSPECT.test(text) ? wellFormed(value) : value;
}

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)]));
}
