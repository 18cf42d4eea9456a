import { leastIndex } from "d3-array";
import type { Spot } from "./chart-picture.tsx";

/** The point whose middle lies nearest to where somebody points; null where there is none. */
export function nearestSpot(spots: readonly Spot[], x: number): number | null {
  const distance = ({ x: left, width }: Spot) => Math.abs(left + width / 2 - x);
  if (spots.length === 0) return null;
  return leastIndex([...spots], (a, b) => distance(a) - distance(b)) ?? null;
}

/** Where a key leads from a point; undefined for a key that is not the chart's, null leaves it. */
export function pointAfterKey(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return at === null ? 0 : Math.min(last, at + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return at === null ? last : Math.max(0, at - 1);
    case "PageUp":
      return Math.min(last, (at ?? 0) + 7);
    case "PageDown":
      return Math.max(0, (at ?? last) - 7);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
