const ADDRESS = /[^\s<>()"',;:/\\]+@[^\s<>()"',;:/\\]+/g;
const withoutAddresses = (text: string): string => text.replace(ADDRESS, "…@…");

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
