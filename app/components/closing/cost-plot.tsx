import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import type { Plot, Spot } from "#app/components/chart/chart-picture.tsx";
import { type ChartSize, isNarrow, type PlotArea } from "#app/components/chart/chart-size.ts";
import { type DayAxis, dayAxis, laterDay } from "#app/components/chart/day-axis.ts";
import { DayMarks, Grid, Labels } from "#app/components/chart/marks.tsx";
import { tickBoxes } from "#app/components/chart/place-labels.ts";
import { type PathPoint, stepPath } from "#app/components/chart/step-path.ts";
import type { CostStretchJson } from "#app/domain/report/closing-outlook-json.ts";
import { type CostDrawing, type CostLine, labelsOf, linesOf, type Places } from "./cost-labels.ts";

const TOP = 44;
const ROOM_BELOW = 26;
/** A gridline for about every fifth of the height: the steps are read against them. */
const GRID = { count: 5, open: true };

/** What closing costs by the day: thin where it is not possible yet, thick where it is, and the cheapest days in green. */
export function costPlot(drawing: CostDrawing, size: ChartSize): Plot {
  const all = drawing.lines.flatMap(({ stretches }) => stretches);
  // ISO dates sort as text.
  const lastDay =
    all
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? drawing.today.date;
  const highest = Math.max(0, ...all.map(({ fees }) => coordinate(fees)));
  const area: PlotArea = {
    left: axisRoom(highest, drawing.axisText, GRID),
    right: size.width - 14,
    top: TOP,
    bottom: size.height - ROOM_BELOW,
  };
  const amounts = amountAxis({
    ...GRID,
    highest,
    top: area.top,
    bottom: area.bottom,
    text: drawing.axisText,
  });
  const days = dayAxis({
    from: drawing.today.date,
    to: lastDay,
    left: area.left,
    right: area.right,
    sparse: isNarrow(size),
  });
  const y = (fees: string) => amounts.y(coordinate(fees));
  const marks = (
    <>
      <Grid axis={amounts} left={area.left} right={area.right} />
      <DayMarks axis={days} area={area} text={(iso) => drawing.dayText(iso, isNarrow(size))} />
      <path className="cost-today" d={`M${area.left + 0.5} ${area.top - 8}V${area.bottom}`} />
      {drawing.lines.map((line) => (
        <Line key={line.key} line={line} days={days} y={y} />
      ))}
      {drawing.sendBy ? (
        <SendBy
          x={days.x(drawing.sendBy.date)}
          top={area.top}
          bottom={drawing.best ? y(drawing.best.fees) - 8 : area.bottom}
        />
      ) : null}
      {drawing.lines.map(({ key, ring }) =>
        ring ? (
          <circle
            key={key}
            className="chart-ring cost-ring"
            cx={round(days.x(ring.date))}
            cy={round(y(ring.fees))}
            r="5"
            data-amount={ring.fees}
          />
        ) : null,
      )}
      {drawing.best ? <Best best={drawing.best} days={days} y={y} /> : null}
      <Labels
        labels={labelsOf(drawing, { days, y, area })}
        size={size}
        taken={tickBoxes(amounts, area.left)}
        lines={linesOf(drawing, { days, y, area })}
      />
    </>
  );
  return { marks, spots: spotsOf(drawing.lines[0]?.stretches ?? [], days, area) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function Line({ line: { stretches, dashed }, days, y }: { line: CostLine } & Places) {
  const parts = [false, true].map((possible) => ({
    possible,
    path: stepPath(pathOf(stretches, possible, { days, y })),
  }));
  return (
    <g data-line={dashed ? "dashed" : "plain"}>
      {parts.map(({ possible, path }) =>
        path ? (
          <path
            key={String(possible)}
            className={`cost-line${possible ? "" : " cost-line-not-yet"}${dashed ? " cost-line-dashed" : ""}`}
            d={path}
          />
        ) : null,
      )}
      {stretches.map(({ from, fees }) => (
        // What is drawn, readable for a test: the line itself has no figures.
        <path
          key={from}
          className="cost-figure"
          data-amount={fees}
          d={`M${round(days.x(from))} ${round(y(fees))}`}
        />
      ))}
    </g>
  );
}

function pathOf(stretches: readonly CostStretchJson[], possible: boolean, { days, y }: Places): PathPoint[] {
  const points: PathPoint[] = [];
  stretches.forEach(({ from, to, fees, possible: isPossible }, at) => {
    if (isPossible !== possible) return;
    const before = stretches[at - 1];
    // The step up to a stretch belongs to it.
    if (points.length === 0 && before?.possible === possible)
      points.push([round(days.x(from)), round(y(before.fees))]);
    points.push([round(days.x(from)), round(y(fees))]);
    const next = stretches[at + 1];
    if (!next || next.possible !== possible) points.push([round(days.x(laterDay(to, 1))), round(y(fees))]);
  });
  return points;
}

function Best({ best, days, y }: { best: NonNullable<CostDrawing["best"]> } & Places) {
  const [from, to, height] = [
    round(days.x(best.from)),
    round(days.x(laterDay(best.to, 1))),
    round(y(best.fees)),
  ];
  return (
    <>
      <path className="cost-best-line" d={`M${from} ${height}H${Math.max(from, to - 3)}`} />
      <circle className="chart-best cost-best" cx={from} cy={height} r="7" data-amount={best.fees} />
    </>
  );
}

function SendBy({ x, top, bottom }: { x: number; top: number; bottom: number }) {
  return (
    <>
      <path className="cost-send-by" d={`M${round(x)} ${top - 8}V${round(bottom)}`} />
      <path className="cost-flag" d={`M${round(x)} ${top - 8}l-4.5 -7h9z`} />
    </>
  );
}

const spotsOf = (stretches: readonly CostStretchJson[], days: DayAxis, area: PlotArea): Spot[] =>
  stretches.map(({ from, to }) => ({
    x: days.x(from),
    width: days.x(laterDay(to, 1)) - days.x(from),
    top: area.top,
    bottom: area.bottom,
  }));
