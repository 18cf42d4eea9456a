/** A chart is drawn once for each of these widths and the style sheet shows the one that fits: text keeps its size. */
export const CHART_SIZES = [
  { name: "wide", width: 918 },
  { name: "middle", width: 640 },
  { name: "narrow", width: 358 },
] as const;

export type ChartSize = { name: (typeof CHART_SIZES)[number]["name"]; width: number; height: number };

/** A narrow chart labels less and leaves the rest to its legend. */
export const isNarrow = ({ name }: ChartSize): boolean => name === "narrow";

/** The part of a chart in which marks lie, in pixels from its top left corner. */
export type PlotArea = { left: number; right: number; top: number; bottom: number };
