import { textWidth } from "#app/components/chart/text-width.ts";

/** A ring's two lines: its sum, and under it its day. */
export type RingLabel = { x: number; top: number; lines: readonly string[] };

type Ring = { x: number; lines: readonly string[] };
type Room = { left: number; right: number; floor: number; storeys: number };

/** How far one line of a label lies under the one before. */
export const LINE = 15;
const APART = 8;

/**
 * Where the words of each ring stand: right over it, or one storey higher where its neighbour has taken that place. Rings come
 * in order of importance; one without a free place keeps its words for the pointer.
 */
export function ringLabels(rings: readonly Ring[], { left, right, floor, storeys: high }: Room): RingLabel[] {
  const storeys: { from: number; to: number }[][] = [];
  return rings.flatMap(({ x, lines }) => {
    const half = Math.max(...lines.map(textWidth)) / 2;
    const middle = Math.min(Math.max(x, left + half), right - half);
    const [from, to] = [middle - half - APART / 2, middle + half + APART / 2];
    for (let storey = 0; storey < high; storey += 1) {
      const taken = storeys[storey] ?? [];
      storeys[storey] = taken;
      if (taken.some((other) => from < other.to && other.from < to)) continue;
      taken.push({ from, to });
      return [
        { x: middle, top: floor - (lines.length - 1) * LINE - storey * (lines.length * LINE + 4), lines },
      ];
    }
    return [];
  });
}
