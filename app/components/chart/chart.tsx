import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { ChartPicture, type ChartPictureProps } from "./chart-picture.tsx";
import { CHART_SIZES } from "./chart-size.ts";
import { nearestSpot, pointAfterKey } from "./nearest-spot.ts";

/** What a chart says of one point: the same words as the point's row in the table. */
export type ChartPoint = {
  key: string;
  title: string;
  lines: { label: string; value: string; sum?: boolean }[];
};

type Props = Omit<ChartPictureProps, "marked"> & { points: readonly ChartPoint[]; start?: number };

const NOTHING = { fee: "", commissions: "" };

/**
 * A chart that can be asked for each of its points: by pointer, by touch, and by the arrow keys as a slider, whose value
 * every screen reader announces. One stop for Tab, and Escape leaves. Without a script the picture is the same.
 */
export function Chart({ points, start, ...picture }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const shown = at === null ? undefined : points[at];
  const sizeNow = () => {
    const svgs = overlay.current?.parentElement?.querySelectorAll("svg") ?? [];
    const seen = [...svgs].findIndex((svg) => svg.getBoundingClientRect().width > 0);
    const size = CHART_SIZES[Math.max(0, seen)] ?? CHART_SIZES[0];
    const { height } = picture;
    return { ...size, height: typeof height === "number" ? height : height[size.name] };
  };
  const point = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const size = sizeNow();
    const x = ((event.clientX - box.left) / box.width) * size.width;
    setAt(nearestSpot(picture.draw(size, NOTHING).spots, x));
  };
  const onKey = (event: KeyboardEvent) => {
    const next = pointAfterKey(event.key, at ?? start ?? null, points.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  const value = at ?? start ?? 0;
  return (
    <div className="chart-box">
      <ChartPicture {...picture} marked={at} />
      {points.length > 0 ? (
        <div
          ref={overlay}
          className="chart-pointer"
          role="slider"
          tabIndex={0}
          aria-label={picture.name}
          aria-valuemin={0}
          aria-valuemax={points.length - 1}
          aria-valuenow={value}
          aria-valuetext={points[value] ? spoken(points[value]) : ""}
          onKeyDown={onKey}
          onFocus={() => setAt(at ?? start ?? 0)}
          onBlur={() => setAt(null)}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={(event) => {
            if (event.pointerType === "mouse") setAt(null);
          }}
        />
      ) : null}
      {shown && at !== null ? <Tip point={shown} share={middleOf(picture, sizeNow(), at)} /> : null}
    </div>
  );
}

const spoken = ({ title, lines }: ChartPoint): string =>
  [title, ...lines.map(({ label, value }) => `${label}: ${value}`)].join(", ");

type Size = Parameters<ChartPictureProps["draw"]>[0];

/** How far to the right the middle of a point lies, from 0 to 1. */
function middleOf({ draw }: Omit<ChartPictureProps, "marked">, size: Size, at: number): number {
  const spot = draw(size, NOTHING).spots[at];
  return spot ? (spot.x + spot.width / 2) / size.width : 0;
}

/** The point's row of the table, beside it on the side with more room; the slider says the same to a screen reader. */
function Tip({ point, share }: { point: ChartPoint; share: number }) {
  const side = share > 0.5 ? { right: `${(1 - share) * 100}%` } : { left: `${share * 100}%` };
  return (
    <div
      className={`chart-tip ${share > 0.5 ? "chart-tip-left" : "chart-tip-right"}`}
      style={side}
      aria-hidden="true"
    >
      <p className="chart-tip-title">{point.title}</p>
      <dl>
        {point.lines.map(({ label, value, sum }) => (
          <div key={label} className={sum ? "chart-tip-sum" : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
