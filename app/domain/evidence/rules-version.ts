/**
 * When the reading of a rule changed so that the same account file gives other figures than before, and the decisions
 * behind it (docs/sources.md). The newest last. Whoever changes such a figure adds a line: a pack made before then is
 * told apart from one that was altered.
 */
const RULES_VERSIONS = [
  { version: "2026-11-30", decisions: ["D1", "D4", "D5", "D6", "D7", "D8", "D17", "D18"] },
] as const;

/** By which reading of the rules the figures are worked out. */
export const RULES_VERSION: string = RULES_VERSIONS.at(-1)?.version ?? "";

/** The decisions that changed figures since a version; a pack without one is older than all of them. */
export function rulesChangedSince(version: string | null): string[] {
  const known = RULES_VERSIONS.findIndex((each) => each.version === version);
  return RULES_VERSIONS.slice(known + 1).flatMap(({ decisions }) => [...decisions]);
}
