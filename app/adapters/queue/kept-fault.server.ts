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
 * and where it came from, but no address, and nothing that libraries hang on to their errors.
 */
export function keptFault(error: unknown): Error {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(withoutAddresses(message)), {
    name,
    stack: withoutAddresses(stack ?? ""),
  });
}
