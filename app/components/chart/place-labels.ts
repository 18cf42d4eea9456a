import { textWidth } from "./text-width.ts";

export type Label = {
  x: number;
  y: number;
  /** The words, longest first: a label that does not fit is shortened, and at last left to the legend. */
  texts: readonly string[];
  anchor: "start" | "middle" | "end";
  tone?: "strong" | "plain" | "teal" | "green";
  /** Other places along what it names, tried in this order; `first` before those around its mark, in any length. */
  others?: readonly Place[];
  first?: boolean;
  /** The legend says the same: rather left out than on a line. */
  inLegend?: boolean;
};

type Place = { x: number; y: number; anchor: "start" | "middle" | "end" };

export type PlacedLabel = Omit<Label, "texts" | "others" | "first" | "inLegend"> & { text: string };

export type Box = { left: number; right: number; top: number; bottom: number };

/** What a label should not lie on where there is another place for it: the lines of the picture, down to its floor. */
export type Lines = { boxes: readonly Box[]; floor: number };

/**
 * Labels that lie inside the picture and on nothing that was placed before them; the first ones matter most. One that would
 * lie on a line moves above, below or to the other side of its mark; where no place is free, its halo covers the line, unless
 * the legend has the words too.
 */
export function placeLabels(
  labels: readonly Label[],
  width: number,
  taken: readonly Box[] = [],
  lines: Lines = { boxes: [], floor: Number.POSITIVE_INFINITY },
): PlacedLabel[] {
  const boxes: Box[] = [...taken];
  const fits = (label: PlacedLabel, avoided: readonly Box[]) => {
    const box = boxOf(label.x, label, label.text);
    return box.left >= -1 && box.right <= width + 1 && !avoided.some((other) => overlap(box, other));
  };
  return labels.flatMap(({ texts, others = [], first = false, inLegend = false, ...label }) => {
    const at = (place: Place, text: string): PlacedLabel => ({
      ...label,
      ...place,
      x: withinEdges(place.x, place.anchor, textWidth(text), width),
      text,
    });
    const given = texts.map((text) => at(label, text));
    const inside = (places: readonly Place[]) =>
      lines.boxes.length === 0 ? [] : places.filter(({ y }) => y >= HIGHEST && y <= lines.floor);
    const around = [label, ...inside(placesAround(label))];
    const free = (first ? [inside(others), around] : [[...around, ...inside(others)]]).flatMap((places) =>
      texts.flatMap((text) => places.map((place) => at(place, text))),
    );
    const onLines = inLegend ? [] : lines.boxes.length > 0 ? given.toReversed() : given;
    const found =
      free.find((each) => fits(each, [...boxes, ...lines.boxes])) ??
      onLines.find((each) => fits(each, boxes));
    if (!found) return [];
    const box = boxOf(found.x, found, found.text);
    boxes.push({ ...box, left: box.left - APART, right: box.right + APART });
    return [found];
  });
}

/** Two labels side by side are not read as one. */
const APART = 6;

/** The first line of text in a picture. */
const HIGHEST = 12;

/** Higher, under its mark, and the same on the mark's other side. */
function placesAround({ x, y, anchor }: Place): Place[] {
  const sides: Place[] =
    anchor === "middle"
      ? [
          { x: x - 6, y, anchor: "end" },
          { x: x + 6, y, anchor: "start" },
        ]
      : [{ x: anchor === "end" ? x + 12 : x - 12, y, anchor: anchor === "end" ? "start" : "end" }];
  const heights = [0, -14, -28, 34, 48];
  return [{ x, y, anchor }, ...sides].flatMap((place) =>
    heights.map((by) => ({ ...place, y: place.y + by })),
  );
}

/** A line through these points as boxes small enough to follow a slope. */
export function boxesAlong(points: readonly (readonly [number, number])[]): Box[] {
  return points.slice(1).flatMap(([toX, toY], index) => {
    const [fromX, fromY] = points[index] ?? [toX, toY];
    const pieces = Math.max(1, Math.ceil(Math.min(Math.abs(toX - fromX), Math.abs(toY - fromY)) / 6));
    const between = (from: number, to: number, piece: number) => from + ((to - from) * piece) / pieces;
    return Array.from({ length: pieces }, (_, piece) => {
      const xs = [between(fromX, toX, piece), between(fromX, toX, piece + 1)];
      const ys = [between(fromY, toY, piece), between(fromY, toY, piece + 1)];
      return {
        left: Math.min(...xs) - 1,
        right: Math.max(...xs) + 1,
        top: Math.min(...ys) - 1,
        bottom: Math.max(...ys) + 1,
      };
    });
  });
}

/** A label in the middle over its mark moves in from the edge. */
function withinEdges(x: number, anchor: Label["anchor"], wide: number, width: number): number {
  if (anchor !== "middle") return x;
  return Math.min(Math.max(x, wide / 2), width - wide / 2);
}

/** The labels of an amount's axis, which end `AXIS_GAP` left of the plot. */
export const tickBoxes = (
  { ticks, y }: { ticks: readonly { value: number; text: string }[]; y: (amount: number) => number },
  left: number,
): Box[] => ticks.map(({ value, text }) => boxOf(left - AXIS_GAP, { y: y(value) + 4, anchor: "end" }, text));

export const AXIS_GAP = 8;

function boxOf(x: number, { y, anchor }: Pick<Label, "y" | "anchor">, text: string): Box {
  const wide = textWidth(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - 11, bottom: y + 4 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
