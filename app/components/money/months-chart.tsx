import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart } from "#app/components/chart/chart.tsx";
import type { Draw } from "#app/components/chart/chart-picture.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { Bar, Grid, Labels, TodayLine } from "#app/components/chart/marks.tsx";
import { type Box, boxesAlong } from "#app/components/chart/place-labels.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { type FeeMonth, feeMonths } from "./fee-months.ts";
import { feeRange } from "./fee-text.ts";

type Props = { preview: PreviewReport; finding: string };

/** Fees by month: those charged so far solid, those to come hatched, with a whisker from low to high. */
export function MonthsChart({ preview, finding }: Props) {
  const translator = useTranslator();
  const { t, money, month } = translator;
  const { currency } = preview;
  const months = feeMonths(preview);
  return (
    <Chart
      name={t("months.name")}
      finding={finding}
      height={240}
      points={months.map((each) => ({
        key: each.month,
        title: month(each.month),
        lines: [
          {
            label: t(each.isPast ? "months.past" : "months.likely"),
            value: t(`common.${each.shown.bound}`, { amount: money(each.shown.amount, currency) }),
          },
          ...(each.isPast || each.fee.high === null || each.fee.high === each.fee.low
            ? []
            : [{ label: t("months.range"), value: feeRange(each.fee, currency, translator) }]),
        ],
      }))}
      start={Math.max(
        0,
        months.findIndex(({ isPast }) => !isPast),
      )}
      draw={drawing(months, preview, translator)}
    />
  );
}

function drawing(months: FeeMonth[], { currency, plan }: PreviewReport, translator: Translator): Draw {
  const { t, money, axisMoney, shortMonth } = translator;
  const tickText = (value: number) => axisMoney(value, currency);
  const minimum = coordinate(plan.minimumFee);
  const minimumText = t(plan.minimumFeeFrom === "estimate" ? "common.about" : "common.exactly", {
    amount: money(plan.minimumFee, currency),
  });
  return (size, hatch) => {
    const narrow = isNarrow(size);
    // A phone has room for three months of the past.
    const firstAhead = months.findIndex(({ isPast }) => !isPast);
    const shown = narrow ? months.slice(Math.max(0, firstAhead - 3)) : months;
    const hidden = months.length - shown.length;
    const top = (each: FeeMonth) => coordinate(each.fee.high ?? each.shown.amount);
    const highest = Math.max(minimum, ...shown.map(top));
    const area = {
      left: axisRoom(highest, tickText),
      right: size.width - (narrow ? 10 : 100),
      top: 44,
      bottom: size.height - 38,
    };
    const amounts = amountAxis({ highest, ...area, text: tickText });
    const step = (area.right - area.left) / shown.length;
    const wide = Math.min(22, step * 0.58);
    const middle = (index: number) => area.left + step * (index + 0.5);
    const each = narrow ? 3 : step > 26 ? 1 : 2;
    const start = Math.max(
      0,
      shown.findIndex(({ isPast }) => !isPast),
    );
    const isNamed = (index: number) => (index - start) % each === 0;
    const yearOf = (index: number) => shown[index]?.month.slice(0, 4);
    const past = shown.filter(({ isPast }) => isPast);
    const best = past.reduce<FeeMonth | null>(
      (most, next) => (most === null || top(next) > top(most) ? next : most),
      null,
    );
    // What stands beside the highest bar of the past: those to come, and the line between the two.
    const taller = (named: FeeMonth | null): Box[] => [
      ...shown
        .filter((each) => each !== named)
        .map((each) => {
          const at = middle(shown.indexOf(each));
          return {
            left: at - wide / 2,
            right: at + wide / 2,
            top: amounts.y(top(each)),
            bottom: area.bottom,
          };
        }),
      ...(start > 0
        ? boxesAlong([
            [area.left + step * start, 2],
            [area.left + step * start, area.bottom],
          ])
        : []),
    ];
    const line = area.left + step * start;
    const axis: Box = { left: 0, right: area.left, top: 0, bottom: area.bottom };
    const pastName: Box[] =
      start > 0 ? [{ left: line - 6 - textWidth(t("chart.past")), right: line - 6, top: 2, bottom: 16 }] : [];
    return {
      spots: months.map((month, index) => ({
        x: middle(index - hidden) - wide / 2,
        width: wide,
        top: amounts.y(top(month)),
        bottom: area.bottom,
      })),
      marks: (
        <>
          <Grid axis={amounts} {...area} />
          {shown.map((month, index) => {
            const { low, high } = month.fee;
            const { amount } = month.shown;
            return (
              <g key={month.month}>
                <Bar
                  kind={month.isPast ? "fee" : "feeExpected"}
                  x={middle(index) - wide / 2}
                  width={wide}
                  from={amounts.y(0)}
                  to={amounts.y(coordinate(amount))}
                  hatch={hatch}
                  amount={amount}
                />
                {!month.isPast && high !== null && high !== low ? (
                  <Whisker
                    x={middle(index)}
                    low={amounts.y(coordinate(low))}
                    high={amounts.y(coordinate(high))}
                    amount={`${low} ${high}`}
                  />
                ) : null}
                {isNamed(index) ? (
                  <text x={middle(index)} y={area.bottom + 16} textAnchor="middle">
                    {shortMonth(month.month)}
                  </text>
                ) : null}
                {isNamed(index) && yearOf(index) !== yearOf(index - each) ? (
                  <text x={middle(index)} y={area.bottom + 32} textAnchor="middle">
                    {yearOf(index)}
                  </text>
                ) : null}
              </g>
            );
          })}
          {start > 0 ? (
            <TodayLine
              x={area.left + step * start}
              area={area}
              today={t("chart.past")}
              expected={t("chart.expected")}
            />
          ) : null}
          <path className="chart-minimum" d={`M${area.left} ${amounts.y(minimum)}H${area.right}`} />
          <Labels
            size={size}
            taken={[axis, ...pastName]}
            lines={{ boxes: taller(best), floor: area.bottom - 4 }}
            labels={[
              ...(best
                ? [
                    {
                      x: middle(shown.indexOf(best)),
                      y: amounts.y(top(best)) - 8,
                      texts: [money(best.shown.amount, currency)],
                      anchor: "middle" as const,
                      // The last month of the past has the line close behind it: its amount ends before that.
                      others: [{ x: line - 4, y: amounts.y(top(best)) - 8, anchor: "end" as const }],
                    },
                  ]
                : []),
              ...(narrow
                ? []
                : [
                    {
                      x: area.right + 8,
                      y: amounts.y(minimum) + 4,
                      texts: [t("buildUp.minimumName")],
                      anchor: "start" as const,
                      tone: "plain" as const,
                    },
                    {
                      x: area.right + 8,
                      y: amounts.y(minimum) + 19,
                      texts: [minimumText],
                      anchor: "start" as const,
                      tone: "plain" as const,
                    },
                  ]),
            ]}
          />
        </>
      ),
    };
  };
}

/** From low to high, on a light back so that it can be seen on a bar. */
function Whisker({ x, low, high, amount }: { x: number; low: number; high: number; amount: string }) {
  return (
    <>
      <path className="chart-range-back" d={`M${x} ${high}V${low}M${x - 4} ${low}h8`} />
      <path
        className="chart-range"
        d={`M${x} ${high}V${low}M${x - 4} ${high}h8M${x - 4} ${low}h8`}
        data-amount={amount}
      />
    </>
  );
}
