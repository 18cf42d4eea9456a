import { textWidth } from "./text-width.ts";

export type Label = {
  x: number;
  y: number;
  /** The words, longest first: a label that does not fit is shortened, and at last left to the legend. */
  texts: readonly string[];
  anchor: "start" | "middle" | "end";
  tone?: "strong" | "plain" | "teal" | "green";
};

export type PlacedLabel = Omit<Label, "texts"> & { text: string };

export type Box = { left: number; right: number; top: number; bottom: number };

/** Labels that lie inside the picture and on nothing that was placed before them; the first ones matter most. */
export function placeLabels(
  labels: readonly Label[],
  width: number,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const boxes: Box[] = [...taken];
  return labels.flatMap(({ texts, ...label }) => {
    for (const text of texts) {
      const x = inside(label.x, label.anchor, textWidth(text), width);
      const box = boxOf(x, label, text);
      if (box.left < -1 || box.right > width + 1 || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      return [{ ...label, x, text }];
    }
    return [];
  });
}

/** A label in the middle over its mark moves in from the edge. */
function inside(x: number, anchor: Label["anchor"], wide: number, width: number): number {
  if (anchor !== "middle") return x;
  return Math.min(Math.max(x, wide / 2), width - wide / 2);
}

function boxOf(x: number, { y, anchor }: Pick<Label, "y" | "anchor">, text: string): Box {
  const wide = textWidth(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - 11, bottom: y + 4 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
