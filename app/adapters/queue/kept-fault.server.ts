import { faultFacts } from "../log/fault-facts.ts";

/** What a server answered may stand in a fault's words, however long it was. */
const LONGEST = 10_000;
const WORD = /[^\s<>()"',;:/\\]+/g;
const hasAddress = (word: string): boolean => {
  const at = word.indexOf("@", 1);
  return at > 0 && at < word.length - 1;
};
const withoutAddresses = (text: string): string =>
  text.slice(0, LONGEST).replace(WORD, (word) => (hasAddress(word) ? "…@…" : word));

/**
 * What the queue may keep of a job's fault for as long as it keeps the job, also after the shop was erased: its words
 * and where it came from, but no address, no value of a statement, and nothing
 * that libraries hang on to their errors.
 */
export function keptFault(error: unknown): Error {
  const { type, message, stack, code } = faultFacts(error);
  const words = code === undefined ? message : `${message} (${code})`;
  return Object.assign(new Error(withoutAddresses(words)), {
    name: error instanceof Error ? error.name : type,
    stack: withoutAddresses(stack),
  });
}
