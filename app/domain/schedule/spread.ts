const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A number from 0 to below `range` that is always the same for a store (FNV-1a): work of many stores that is due at one
 * moment is spread by it, and a store that is asked about twice is not moved.
 */
export function shareOf(shop: string, range: number): number {
  if (range <= 1) return 0;
  let hash = FNV_START;
  for (const character of shop) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  // The low bits of this hash are the least mixed: of names that differ in a digit they hardly move.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) % range;
}
