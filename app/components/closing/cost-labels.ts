import type { PlotArea } from "#app/components/chart/chart-size.ts";
import { type DayAxis, laterDay } from "#app/components/chart/day-axis.ts";
import { boxesAlong, type Label, type Lines } from "#app/components/chart/place-labels.ts";
import type { PathPoint } from "#app/components/chart/step-path.ts";
import type { CostStretchJson } from "#app/domain/report/closing-outlook-json.ts";

/** One line of the curve: what closing costs under one scenario, day by day. */
export type CostLine = {
  key: string;
  dashed: boolean;
  stretches: readonly CostStretchJson[];
  /** First possible day with its cost, marked by a ring; null where none is known or it is the cheapest one. */
  ring: { date: string; fees: string; texts: readonly string[] } | null;
  /** The line's own name beside it, on the side where no other line runs; null where there is only one line. */
  name: { texts: readonly string[]; side: "above" | "below" } | null;
  /** Steps that are named by their amount. */
  named: readonly { from: string; to: string; fees: string; texts: readonly string[] }[];
};

export type CostDrawing = {
  lines: readonly CostLine[];
  best: { from: string; to: string; fees: string; texts: readonly string[] } | null;
  sendBy: { date: string; texts: readonly string[] } | null;
  today: { date: string; texts: readonly string[] };
  axisText: (value: number) => string;
  dayText: (iso: string, narrow: boolean) => string;
};

export type Places = { days: DayAxis; y: (fees: string) => number };

/** A step too short to hold an amount. */
const SHORT = 80;

/** In the order of weight: of labels that would lie on each other the first stays. */
export function labelsOf(
  { lines, best, sendBy, today }: CostDrawing,
  { days, y, area }: Places & { area: PlotArea },
): Label[] {
  const labels: Label[] = [];
  if (best) {
    const x = days.x(best.from);
    labels.push({
      x: x < area.left + 20 ? x + 12 : x - 6,
      // Under the line, where the axis and its days leave room.
      y: y(best.fees) + 22 < area.bottom ? y(best.fees) + 22 : y(best.fees) - 12,
      texts: best.texts,
      anchor: "start",
      tone: "green",
    });
  }
  if (sendBy)
    labels.push({ x: days.x(sendBy.date), y: area.top - 20, texts: sendBy.texts, anchor: "middle" });
  labels.push({ x: area.left + 5, y: area.top - 14, texts: today.texts, anchor: "start" });
  for (const { ring } of lines) {
    if (ring)
      labels.push({ x: days.x(ring.date) - 6, y: y(ring.fees) - 12, texts: ring.texts, anchor: "end" });
  }
  for (const { name, stretches, ring } of lines) {
    const middle = stretches[Math.floor(stretches.length / 2)];
    if (!name || !middle) continue;
    const up = name.side === "above" ? -8 : 16;
    labels.push({
      x: days.x(middle.from) - 6,
      y: y(middle.fees) - 8,
      texts: name.texts,
      anchor: "end",
      // On its own side of any step of the line, the last ones first: there the lines are furthest apart. At the ring and
      // after it stands the ring's own label.
      others: atRingLast(stretches, ring).flatMap(({ from, fees }) => [
        { x: days.x(from) - 6, y: y(fees) + up, anchor: "end" as const },
        { x: days.x(from) + 4, y: y(fees) + up, anchor: "start" as const },
      ]),
      first: true,
    });
  }
  for (const { named } of lines)
    for (const { from, to, fees, texts } of named) {
      const [left, right] = [days.x(from), days.x(laterDay(to, 1))];
      labels.push({
        y: y(fees) - 8,
        texts,
        // The amount of a step of few days at the end of the picture would lie half outside it.
        ...(right - left < SHORT
          ? { x: right, anchor: "end" as const }
          : { x: (left + right) / 2, anchor: "middle" as const }),
      });
    }
  return labels;
}

function atRingLast(stretches: CostLine["stretches"], ring: CostLine["ring"]): CostStretchJson[] {
  const isBefore = ({ to }: CostStretchJson) => ring === null || to < ring.date;
  return [
    ...stretches.filter(isBefore).toReversed(),
    ...stretches.filter((each) => !isBefore(each)).toReversed(),
  ];
}

/** The steps of the curves and the line of the last day to send. */
export const linesOf = (
  { lines, best, sendBy }: CostDrawing,
  { days, y, area }: Places & { area: PlotArea },
): Lines => ({
  boxes: [
    ...boxesAlong([
      [area.left, area.top - 8],
      [area.left, area.bottom],
    ]),
    ...lines.flatMap(({ stretches }) =>
      boxesAlong(
        stretches.flatMap(({ from, to, fees }): PathPoint[] => [
          [days.x(from), y(fees)],
          [days.x(laterDay(to, 1)), y(fees)],
        ]),
      ),
    ),
    ...(sendBy
      ? boxesAlong([
          [days.x(sendBy.date), area.top - 8],
          [days.x(sendBy.date), best ? y(best.fees) - 8 : area.bottom],
        ])
      : []),
  ],
  floor: area.bottom - 4,
});
