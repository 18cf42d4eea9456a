import { amountAxis, axisRoom } from "#app/components/chart/amount-axis.ts";
import type { Plot } from "#app/components/chart/chart-picture.tsx";
import { type ChartSize, isNarrow, type PlotArea } from "#app/components/chart/chart-size.ts";
import { dayAxis, laterDay } from "#app/components/chart/day-axis.ts";
import { Bar, DayMarks, Grid, type Hatches, Labels } from "#app/components/chart/marks.tsx";
import type { Label } from "#app/components/chart/place-labels.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import { LINE, ringLabels } from "./locks-labels.ts";

export type LocksDrawing = {
  locks: NonNullable<ClosingOutlook["locks"]>;
  today: string;
  until: string;
  /** Today as the axis says it. */
  todayText: (narrow: boolean) => string;
  /** Over the bars: how many lock by when; and over the rings, how many follow. */
  crowd: readonly string[];
  later: readonly string[];
  /** Of each late action its sum and day, the first in the list locks last. */
  late: readonly (readonly string[])[];
  dayText: (iso: string, narrow: boolean) => string;
};

const TOP = 44;
const ROOM_BELOW = 26;
const WEEK = 7;

/** When pending actions lock: a bar a week for those that lock soon, a ring for each late one. */
export function locksPlot(drawing: LocksDrawing, size: ChartSize, hatch: Hatches): Plot {
  const { locks, today, until } = drawing;
  const highest = Math.max(1, ...locks.weeks.map(({ count }) => count));
  const text = (value: number) => String(value);
  const area: PlotArea = {
    left: axisRoom(highest, text),
    right: size.width - 14,
    top: TOP,
    bottom: size.height - ROOM_BELOW,
  };
  const counts = amountAxis({ highest, top: area.top, bottom: area.bottom, count: 2, text });
  const days = dayAxis({
    from: today,
    to: until,
    left: area.left,
    right: area.right,
    sparse: isNarrow(size),
  });
  const bar = Math.max(3, days.step * WEEK - 2);
  const dated = locks.late.filter(({ locksOn }) => locksOn !== null);
  const x = (iso: string) => days.x(iso) + days.step / 2;
  const edge = dated.length > 0 && locks.crowd ? days.x(laterDay(locks.crowd.until, 1)) : null;
  const labels: Label[] = [
    { x: area.left, y: area.top - 14, texts: drawing.crowd, anchor: "start" },
    ...(edge === null
      ? []
      : [
          {
            x: edge + 8,
            y: area.top - 14,
            texts: drawing.later,
            anchor: "start" as const,
            tone: "plain" as const,
          },
        ]),
  ];
  const rings = ringLabels(
    dated.map(({ locksOn }, at) => ({ x: x(locksOn ?? until), lines: drawing.late[at] ?? [] })),
    {
      left: (edge ?? area.left) + 6,
      right: size.width - 2,
      floor: area.bottom - 24,
      storeys: isNarrow(size) ? 1 : 2,
    },
  );
  const todayText = drawing.todayText(isNarrow(size));
  const afterToday = area.left + textWidth(todayText) + 30;
  const marks = (
    <>
      <Grid axis={counts} left={area.left} right={area.right} />
      <text className="chart-strong" x={area.left} y={area.bottom + 17}>
        {todayText}
      </text>
      <DayMarks
        axis={{ ...days, marks: days.marks.filter((iso) => x(iso) > afterToday) }}
        area={area}
        text={(iso) => drawing.dayText(iso, isNarrow(size))}
      />
      {edge === null ? null : (
        <path className="locks-edge" d={`M${Math.round(edge)} ${area.top - 10}V${area.bottom}`} />
      )}
      {locks.weeks.map(({ from, count }) => (
        <Bar
          key={from}
          kind="commissionsExpected"
          x={days.x(from) + 1}
          width={bar}
          from={area.bottom}
          to={counts.y(count)}
          hatch={hatch}
          amount={String(count)}
        />
      ))}
      {dated.map(({ action, locksOn, payout }) => (
        <circle
          key={action}
          className="chart-ring locks-late"
          cx={Math.round(x(locksOn ?? until) * 10) / 10}
          cy={area.bottom - 11}
          r="6"
          data-amount={payout}
        />
      ))}
      <Labels labels={labels} size={size} />
      {rings.map(({ x: middle, top, lines }) =>
        lines.map((line, at) => (
          <text
            key={`${middle} ${line}`}
            className={at === 0 ? "chart-halo chart-strong" : "chart-halo"}
            x={Math.round(middle)}
            y={top + at * LINE}
            textAnchor="middle"
          >
            {line}
          </text>
        )),
      )}
    </>
  );
  const box = { top: area.top, bottom: area.bottom };
  return {
    marks,
    spots: [
      ...locks.weeks.map(({ from }) => ({
        x: days.x(from),
        width: days.x(laterDay(from, WEEK)) - days.x(from),
        ...box,
      })),
      ...dated.map(({ locksOn }) => ({ x: x(locksOn ?? until) - 6, width: 12, ...box })).reverse(),
    ],
  };
}
