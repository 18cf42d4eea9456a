import { curveStepAfter, area as d3Area, line as d3Line } from "d3-shape";

export type PathPoint = readonly [x: number, y: number];

/** Money moves in steps and never in slopes: the line stays where it is until the next point. */
export const stepPath = (points: readonly PathPoint[]): string =>
  d3Line<PathPoint>().curve(curveStepAfter)([...points]) ?? "";

/** The same line with its corners, for whoever asks what it runs through. */
export const stepCorners = (points: readonly PathPoint[]): PathPoint[] =>
  points.flatMap((point, index): PathPoint[] => {
    const next = points[index + 1];
    return next ? [point, [next[0], point[1]]] : [point];
  });

/** What lies between the steps and a line at `base`. */
export const stepArea = (points: readonly PathPoint[], base: number): string =>
  d3Area<PathPoint>()
    .x(([x]) => x)
    .y1(([, y]) => y)
    .y0(base)
    .curve(curveStepAfter)([...points]) ?? "";

/** A straight line through its points: for formulas only. */
export const straightPath = (points: readonly PathPoint[]): string => d3Line<PathPoint>()([...points]) ?? "";
