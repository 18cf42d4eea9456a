/** The gaps no source states and Settled therefore assumes the cautious reading of (docs/billing-rules.md). */
export const ASSUMPTIONS = Array.from({ length: 33 }, (_, index) => `G${index + 1}` as const);

export type Assumption = `G${number}`;

/** Message id of each assumption's text, by its number. */
export const assumptionText: Readonly<Record<Assumption, string>> = Object.fromEntries(
  ASSUMPTIONS.map((gap) => [gap, `core.assumption.${gap}`]),
);

/** Sorted by number and without repeats, so that two equal results list them equally. */
export function listAssumptions(used: Iterable<Assumption>): Assumption[] {
  return [...new Set(used)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
