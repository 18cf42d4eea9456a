/**
 * Parses JSON with every number kept as the text it was written in ("0.10" stays "0.10", never a float).
 * impact.com writes amounts and ids as numbers in some documents and as strings in others (domain.md 6.4);
 * this way both read the same. Throws SyntaxError on text that is not JSON.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value,
  );
}
