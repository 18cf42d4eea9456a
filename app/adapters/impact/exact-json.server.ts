/**
 * Parses JSON with every number kept as the text it was written in ("0.10" stays "0.10", never a float).
 * impact.com writes amounts and ids as numbers in some documents and as strings in others (domain.md 6.4);
 * this way both read the same. Throws SyntaxError on text that is not JSON.
 */
export function parseExactJson(text: string): unknown {
  if (!NUMBER_IN_ARRAY.test(text)) {
    try {
      return JSON.parse(text.replace(NUMBER_OF_KEY, '":"$1"'));
    } catch {
      // Not JSON, or a string that holds what looks like a key with a number: the slow way tells which.
    }
  }
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value,
  );
}

/**
 * A number behind a key, to be put in quotes before the engine parses it: on a page of thousands of actions several
 * times faster than a reviver, which is called for every value there is. Where the quote in front is none of a key but
 * stands in a string or opens one, the quote put in ends that string before a digit, which no JSON allows: the result
 * is then refused, never read as something else.
 */
const NUMBER_OF_KEY = /":\s*(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=\s*[,}\]])/g;

/** What may be a number with no key, or stand in a string. */
const NUMBER_IN_ARRAY = /^\s*[-\d]|[[,]\s*-?\d[\d.eE+-]*\s*[,\]]/;
