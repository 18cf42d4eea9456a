import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart } from "#app/components/chart/chart.tsx";
import type { Draw } from "#app/components/chart/chart-picture.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { Grid, Labels, TodayLine } from "#app/components/chart/marks.tsx";
import { boxesAlong, type Label, tickBoxes } from "#app/components/chart/place-labels.ts";
import { type PathPoint, stepArea, stepCorners, stepPath } from "#app/components/chart/step-path.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";

type BuildUp = NonNullable<PreviewReport["buildUp"]>;
type Props = { preview: PreviewReport; buildUp: BuildUp; finding: string };

/** The month's fee building up day by day against the minimum, with what is known to lock ahead of today. */
export function BuildUpChart({ preview, buildUp, finding }: Props) {
  const translator = useTranslator();
  const { t, money, dated } = translator;
  const { asOf, currency } = preview;
  return (
    <Chart
      name={t("buildUp.name")}
      finding={finding}
      height={220}
      points={buildUp.days.map(({ date, base, share }) => ({
        key: date,
        title: dated(date, asOf),
        lines: [
          { label: t(date > asOf ? "buildUp.baseKnown" : "buildUp.base"), value: money(base, currency) },
          { label: t("buildUp.share"), value: money(share, currency), sum: true },
        ],
      }))}
      start={buildUp.days.findIndex(({ date }) => date === asOf)}
      draw={drawing(preview, buildUp, translator)}
    />
  );
}

function drawing(preview: PreviewReport, buildUp: BuildUp, translator: Translator): Draw {
  const { t, money, axisMoney, day, monthName, shortMonth } = translator;
  const { asOf, currency, thisMonth, plan } = preview;
  const { days, before, crossesOn } = buildUp;
  const minimum = coordinate(plan.minimumFee);
  const likely = coordinate(thisMonth.shown.amount);
  const shares = days.map(({ share }) => coordinate(share));
  const beforeShares = (before ?? []).slice(0, days.length).map(({ share }) => coordinate(share));
  const end = shares.at(-1) ?? 0;
  const highest = Math.max(minimum * 1.25, end, likely, ...beforeShares);
  const tickText = (value: number) => axisMoney(value, currency);
  // Where the minimum applies its line says what the month comes to.
  const isMinimum = thisMonth.rule === "minimum";
  const at = days.findIndex(({ date }) => date === asOf);
  const minimumText = t(plan.minimumFeeFrom === "estimate" ? "common.about" : "common.exactly", {
    amount: money(plan.minimumFee, currency),
  });
  const endText = t(`common.${thisMonth.shown.bound}`, {
    amount: money(thisMonth.shown.amount, currency),
  });
  const beforeText =
    before && beforeShares.length > 0
      ? t("buildUp.before", {
          month: monthName(before[0]?.date.slice(0, 7) ?? ""),
          amount: money(before.at(-1)?.share ?? "0", currency),
        })
      : null;
  return (size, hatch) => {
    const narrow = isNarrow(size);
    const room = narrow ? 14 : Math.max(112, textWidth(endText) + 12, textWidth(minimumText) + 12);
    const area = {
      left: axisRoom(highest, tickText),
      right: size.width - room,
      top: 40,
      bottom: size.height - 24,
    };
    const amounts = amountAxis({ highest, ...area, text: tickText });
    const step = (area.right - area.left) / days.length;
    const x = (index: number) => area.left + step * index;
    const line = (values: readonly number[], from: number, to: number): PathPoint[] => [
      [x(from), amounts.y(values[from - 1] ?? 0)],
      ...values.slice(from, to).map((value, index): PathPoint => [x(from + index), amounts.y(value)]),
      [x(to), amounts.y(values[to - 1] ?? 0)],
    ];
    const past = line(shares, 0, at + 1);
    const ahead = line(shares, at + 1, days.length);
    const lastMonth = beforeShares.length > 0 ? line(beforeShares, 0, beforeShares.length) : [];
    const soFar = amounts.y(shares[at] ?? 0);
    const cross = days.findIndex(({ date }) => date === crossesOn);
    const crossText = crossesOn ? t("buildUp.crosses", { day: day(crossesOn) }) : "";
    const side = area.right + 8;
    const labels: Label[] = narrow
      ? [
          ...(isMinimum
            ? []
            : [{ x: area.right, y: amounts.y(end) - 8, texts: [endText], anchor: "end" as const }]),
          {
            x: area.right,
            y: amounts.y(minimum) + 16,
            texts: [t("buildUp.minimum", { amount: minimumText }), minimumText],
            anchor: "end",
            tone: "plain",
          },
          ...(before && lastMonth.length > 0
            ? [
                {
                  x: x(18),
                  y: amounts.y(beforeShares[18] ?? 0) - 8,
                  texts: [shortMonth(before[0]?.date.slice(0, 7) ?? "")],
                  anchor: "start" as const,
                  tone: "plain" as const,
                  inLegend: true,
                },
              ]
            : []),
        ]
      : [
          ...(isMinimum
            ? []
            : [
                {
                  x: side,
                  y: amounts.y(Math.max(end, likely)) + 3,
                  texts: [endText],
                  anchor: "start" as const,
                },
              ]),
          { x: side, y: amounts.y(minimum) + 4, texts: [t("buildUp.minimumName")], anchor: "start" },
          { x: side, y: amounts.y(minimum) + 19, texts: [minimumText], anchor: "start", tone: "plain" },
          ...(beforeText
            ? [
                {
                  x: side,
                  y:
                    amounts.y(beforeShares.at(-1) ?? 0) +
                    (amounts.y(end) < amounts.y(beforeShares.at(-1) ?? 0) ? 14 : -6),
                  texts: [beforeText],
                  anchor: "start" as const,
                  tone: "plain" as const,
                },
              ]
            : []),
          ...(cross > at
            ? [
                {
                  // Where today is near, right of its line.
                  x: Math.max(x(cross + 0.5), x(at + 1) + 8 + textWidth(crossText) / 2),
                  y: amounts.y(minimum) - 44,
                  texts: [crossText],
                  anchor: "middle" as const,
                  tone: "plain" as const,
                },
              ]
            : []),
        ];
    return {
      spots: days.map((_, index) => ({ x: x(index), width: step, top: area.top, bottom: area.bottom })),
      marks: (
        <>
          <Grid axis={amounts} {...area} />
          {[1, 8, 15, 22, days.length].map((date) => (
            <text key={date} x={x(date - 0.5)} y={area.bottom + 17} textAnchor="middle">
              {date === 1 ? day(days[0]?.date ?? "") : date}
            </text>
          ))}
          <path className="chart-area-expected" fill={`url(#${hatch.fee})`} d={stepArea(ahead, soFar)} />
          {beforeShares.length > 0 ? <path className="chart-line-before" d={stepPath(lastMonth)} /> : null}
          <path className="chart-line-expected" d={stepPath(ahead)} />
          <path className="chart-line" d={stepPath(past)} />
          <ForecastRange preview={preview} x={area.right} y={amounts.y} />
          <circle className="chart-dot" cx={x(at + 1)} cy={soFar} r="3.5" />
          <path className="chart-minimum" d={`M${area.left} ${amounts.y(minimum)}H${area.right}`} />
          {cross > at && !narrow ? (
            <>
              <path
                className="chart-zero"
                d={`M${x(cross + 0.5)} ${amounts.y(minimum) - 5}V${amounts.y(minimum) - 39}`}
              />
              <circle className="chart-ring" cx={x(cross + 0.5)} cy={amounts.y(minimum)} r="3.5" />
            </>
          ) : null}
          <TodayLine
            x={x(at + 1)}
            area={area}
            today={t("chart.today", { day: day(asOf) })}
            start={at < days.length / 2}
          />
          <text
            className="chart-halo"
            x={x(at + 1) + (at < days.length / 2 ? 6 : -6)}
            y={28}
            textAnchor={at < days.length / 2 ? "start" : "end"}
          >
            {t("buildUp.soFar", { amount: money(days[at]?.share ?? "0", currency) })}
          </text>
          <Labels
            labels={labels}
            size={size}
            taken={tickBoxes(amounts, area.left)}
            lines={{
              boxes: [past, ahead, lastMonth].flatMap((each) => boxesAlong(stepCorners(each))),
              floor: area.bottom - 4,
            }}
          />
        </>
      ),
    };
  };
}

/** How far the month's fee may end lower or higher than what is known to lock. */
function ForecastRange({
  preview,
  x,
  y,
}: {
  preview: PreviewReport;
  x: number;
  y: (amount: number) => number;
}) {
  const { low, high } = preview.thisMonth.fee;
  if (high === null || high === low) return null;
  return (
    <path
      className="chart-range"
      d={`M${x - 4} ${y(coordinate(low))}h8M${x} ${y(coordinate(low))}V${y(coordinate(high))}M${x - 4} ${y(coordinate(high))}h8`}
      data-amount={`${low} ${high}`}
    />
  );
}
