import { curveStepAfter, area as d3Area, line as d3Line } from "d3-shape";

export type PathPoint = readonly [x: number, y: number];

/** Money moves in steps and never in slopes: the line stays where it is until the next point. */
export const stepPath = (points: readonly PathPoint[]): string =>
  d3Line<PathPoint>().curve(curveStepAfter)([...points]) ?? "";

/** What lies between the steps and a line at `base`. */
export const stepArea = (points: readonly PathPoint[], base: number): string =>
  d3Area<PathPoint>()
    .x(([x]) => x)
    .y1(([, y]) => y)
    .y0(base)
    .curve(curveStepAfter)([...points]) ?? "";

/** A straight line through its points: for formulas only. */
export const straightPath = (points: readonly PathPoint[]): string => d3Line<PathPoint>()([...points]) ?? "";
