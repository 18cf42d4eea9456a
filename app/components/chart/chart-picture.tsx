import { type ReactNode, useId } from "react";
import { CHART_SIZES, type ChartSize } from "./chart-size.ts";
import { type Hatches, HatchPatterns } from "./marks.tsx";

/** Where a point of a chart lies: a box over the plot, which a pointer finds and a frame marks. */
export type Spot = { x: number; width: number; top: number; bottom: number };

/** A chart at one size: its marks, and a spot for each of its points in their order. */
export type Plot = { marks: ReactNode; spots: Spot[] };

export type Draw = (size: ChartSize, hatch: Hatches) => Plot;

export type ChartPictureProps = {
  /** What is drawn. */
  name: string;
  /** One sentence that says what the picture shows. */
  finding: string;
  height: number | Record<ChartSize["name"], number>;
  draw: Draw;
  /** The point to mark. */
  marked?: number | null;
};

/** A chart as plain SVG, in three widths of which the style sheet shows one: it needs no script. */
export function ChartPicture({ name, finding, height, draw, marked = null }: ChartPictureProps) {
  // An id of React holds colons, which an address inside SVG need not survive.
  const id = useId().replaceAll(":", "");
  return (
    <>
      {CHART_SIZES.map((each) => {
        const size = { ...each, height: typeof height === "number" ? height : height[each.name] };
        const hatch = { fee: `${id}f-${each.name}`, commissions: `${id}c-${each.name}` };
        const { marks, spots } = draw(size, hatch);
        const spot = marked === null ? undefined : spots[marked];
        return (
          <svg
            key={each.name}
            className={`chart-svg chart-${each.name}`}
            viewBox={`0 0 ${size.width} ${size.height}`}
            width={size.width}
            height={size.height}
            role="img"
            aria-label={`${name}. ${finding}`}
            focusable="false"
          >
            <HatchPatterns {...hatch} />
            {marks}
            {spot ? <SpotFrame {...spot} /> : null}
          </svg>
        );
      })}
    </>
  );
}

function SpotFrame({ x, width, top, bottom }: Spot) {
  const wide = Math.max(width, 10);
  return (
    <rect
      className="chart-marked"
      x={x + width / 2 - wide / 2}
      y={top - 4}
      width={wide}
      height={bottom - top + 8}
      rx="3"
    />
  );
}
