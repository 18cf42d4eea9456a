/** Every step of sending at which a process may die, in the order in which they come. */
export const STEPS = [
  "before-commit",
  "after-commit",
  "before-claim",
  "after-claim",
  "during-call",
  "after-call",
  "before-record",
  "after-record",
  "any-time",
] as const;
export type Step = (typeof STEPS)[number];

/** What a child says on its last lines; the parent judges by it. */
export type ChildReport = {
  reference: string;
  /** How the page words it before this process did anything, and at the end; null while there is no request. */
  statusBefore: string | null;
  status: string;
  triggers: string[];
};

/** A small seeded generator: the same seed gives the same run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
