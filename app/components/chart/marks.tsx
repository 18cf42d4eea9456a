import type { AmountAxis } from "./amount-axis.ts";
import type { ChartSize, PlotArea } from "./chart-size.ts";
import type { DayAxis } from "./day-axis.ts";
import { AXIS_GAP, type Box, type Label, type Lines, placeLabels } from "./place-labels.ts";
import { textWidth } from "./text-width.ts";

/** Half a pixel makes a thin line sharp. */
const sharp = (value: number): number => Math.round(value) + 0.5;
const short = (value: number): number => Math.round(value * 10) / 10;

/** The lines of an amount's axis with their labels at the left, the one at zero darker. */
export function Grid({ axis, left, right }: { axis: AmountAxis } & Pick<PlotArea, "left" | "right">) {
  return (
    <g>
      {axis.ticks.map(({ value, text }) => (
        <g key={value}>
          <line
            className={value === 0 ? "chart-zero" : "chart-grid"}
            x1={left}
            x2={right}
            y1={sharp(axis.y(value))}
            y2={sharp(axis.y(value))}
          />
          <text x={left - AXIS_GAP} y={short(axis.y(value) + 4)} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The labelled days under a plot. */
export function DayMarks({
  axis,
  area,
  text,
}: {
  axis: DayAxis;
  area: PlotArea;
  text: (iso: string) => string;
}) {
  return (
    <g>
      {axis.marks.map((day) => {
        const x = short(axis.x(day) + axis.step / 2);
        if (x < area.left + 6 || x > area.right - 6) return null;
        return (
          <g key={day}>
            <line className="chart-zero" x1={x} x2={x} y1={area.bottom} y2={area.bottom + 4} />
            <text x={x} y={area.bottom + 17} textAnchor="middle">
              {text(day)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type TodayProps = { x: number; area: PlotArea; today: string; expected?: string | null; start?: boolean };

/** Whether today's name has room left of its line. */
export const hasRoomBefore = (x: number, today: string): boolean => x - 6 - textWidth(today) >= 0;

/** The line between what happened and what is expected; today's name stands left of it, or right where there is no room. */
export function TodayLine({ x, area, today, expected, start = !hasRoomBefore(x, today) }: TodayProps) {
  return (
    <g>
      <line className="chart-today" x1={sharp(x)} x2={sharp(x)} y1={2} y2={area.bottom} />
      <text
        className="chart-strong chart-halo"
        x={x + (start ? 6 : -6)}
        y={12}
        textAnchor={start ? "start" : "end"}
      >
        {today}
      </text>
      {expected && !start ? (
        <text className="chart-halo" x={x + 6} y={12}>
          {expected}
        </text>
      ) : null}
    </g>
  );
}

export type BarKind = "fee" | "feeExpected" | "commissions" | "commissionsExpected";

type BarProps = {
  kind: BarKind;
  x: number;
  width: number;
  from: number;
  to: number;
  hatch: Hatches;
  amount: string;
};

/** Ids of a picture's two patterns. */
export type Hatches = { fee: string; commissions: string };

const BAR_CLASS = {
  fee: "chart-fee",
  feeExpected: "chart-fee-expected",
  commissions: "chart-commissions",
  commissionsExpected: "chart-commissions-expected",
} as const satisfies Record<BarKind, string>;

/** A bar between two heights; `amount` is the figure it stands for. */
export function Bar({ kind, x, width, from, to, hatch, amount }: BarProps) {
  const fill =
    kind === "feeExpected" ? hatch.fee : kind === "commissionsExpected" ? hatch.commissions : undefined;
  return (
    <rect
      className={BAR_CLASS[kind]}
      x={short(x)}
      y={short(Math.min(from, to))}
      width={short(width)}
      height={short(Math.abs(from - to))}
      data-amount={amount}
      {...(fill && { fill: `url(#${fill})` })}
    />
  );
}

type DiamondProps = { x: number; y: number; r?: number; expected?: boolean; hatch: Hatches; amount?: string };

/** A charge to the card. */
export function Diamond({ x, y, r = 5, expected = false, hatch, amount }: DiamondProps) {
  return (
    <path
      className={expected ? "chart-card-expected" : "chart-card"}
      d={`M${short(x)} ${short(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`}
      {...(amount && { "data-amount": amount })}
      {...(expected && { fill: `url(#${hatch.fee})` })}
    />
  );
}

type LabelsProps = { labels: readonly Label[]; size: ChartSize; taken?: readonly Box[]; lines?: Lines };

/** Labels where they fit and hide nothing of what is `taken`, each on a halo. */
export function Labels({ labels, size, taken = [], lines }: LabelsProps) {
  return (
    <g>
      {placeLabels(labels, size.width, taken, lines).map(({ x, y, text, anchor, tone = "strong" }) => (
        <text
          key={`${x} ${y}`}
          className={`chart-halo${tone === "plain" ? "" : ` chart-${tone}`}`}
          x={short(x)}
          y={short(y)}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** The two patterns of what is expected: in grey print and in forced colours they tell it from what happened. */
export function HatchPatterns({ fee, commissions }: Hatches) {
  return (
    <defs>
      {[
        { id: fee, turn: 45, kind: "fee" },
        { id: commissions, turn: -45, kind: "commissions" },
      ].map(({ id, turn, kind }) => (
        <pattern
          key={id}
          id={id}
          patternUnits="userSpaceOnUse"
          width="5"
          height="5"
          patternTransform={`rotate(${turn})`}
        >
          <rect className="chart-paper" width="5" height="5" />
          <rect className={`chart-hatch-${kind}`} width="1.6" height="5" />
        </pattern>
      ))}
    </defs>
  );
}
