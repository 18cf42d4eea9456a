import { ticks } from "d3-array";
import { scaleLinear } from "d3-scale";
import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart } from "#app/components/chart/chart.tsx";
import type { Draw } from "#app/components/chart/chart-picture.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { Grid, Labels } from "#app/components/chart/marks.tsx";
import { boxesAlong, type Label, tickBoxes } from "#app/components/chart/place-labels.ts";
import { straightPath } from "#app/components/chart/step-path.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";

type Lines = NonNullable<PreviewReport["editionLines"]>;
type Props = { preview: PreviewReport; lines: Lines; finding: string };

/** The fee of each edition over a month's revenue, with the merchant's usual month. These lines are formulas: they slope. */
export function EditionsChart({ preview, lines, finding }: Props) {
  const translator = useTranslator();
  const { t, money } = translator;
  const { currency } = preview;
  const points = lines.flatMap(({ edition, points: at }) =>
    at.map(({ revenue, fee }) => ({ edition, revenue, fee })),
  );
  return (
    <Chart
      name={t("editions.name")}
      finding={finding}
      height={230}
      points={points.map(({ edition, revenue, fee }) => ({
        key: `${edition} ${revenue}`,
        title: t(`plan.${edition}`),
        lines: [
          { label: t("editions.revenue"), value: money(revenue, currency) },
          { label: t("editions.fee"), value: money(fee, currency), sum: true },
        ],
      }))}
      draw={drawing(preview, lines, translator)}
    />
  );
}

const LINE_CLASS = {
  starter: "chart-line",
  "starter-agency": "chart-line-other",
  essentials: "chart-line-before",
} as const;

function drawing(preview: PreviewReport, lines: Lines, { t, money, axisMoney }: Translator): Draw {
  const { currency, usualMonth, breakEvenRevenue } = preview;
  const all = lines.flatMap(({ points }) => points);
  const highest = Math.max(...all.map(({ fee }) => coordinate(fee)));
  const most = Math.max(...all.map(({ revenue }) => coordinate(revenue)));
  const names = lines.map(({ edition }) => t(`plan.${edition}`));
  const usual = coordinate(usualMonth?.revenue ?? "0");
  const tickText = (value: number) => axisMoney(value, currency);
  return (size) => {
    const narrow = isNarrow(size);
    const area = {
      left: axisRoom(highest, tickText),
      right: size.width - (narrow ? 14 : 12 + Math.max(...names.map(textWidth))),
      top: 24,
      bottom: size.height - 40,
    };
    const amounts = amountAxis({ highest, ...area, text: tickText });
    const x = scaleLinear([0, most], [area.left, area.right]);
    const crossing = coordinate(breakEvenRevenue ?? "0");
    const starter = lines.find(({ edition }) => edition === "starter");
    const labels: Label[] = [
      {
        x: x(usual) - 6,
        y: area.top + 4,
        texts: [t("editions.usual")],
        anchor: "end",
      },
      {
        x: x(usual) - 6,
        y: area.top + 19,
        texts: [money(usualMonth?.revenue ?? "0", currency)],
        anchor: "end",
        tone: "plain",
      },
      ...lines.map(({ edition, points }): Label => {
        const last = coordinate(points.at(-1)?.fee ?? "0");
        return narrow
          ? {
              x: area.right,
              y: amounts.y(last) + (edition === "starter-agency" ? 16 : -8),
              texts: [t(`plan.${edition}`)],
              anchor: "end",
              inLegend: true,
            }
          : {
              x: area.right + 8,
              y: amounts.y(last) + (edition === "starter-agency" ? 14 : 2),
              texts: [t(`plan.${edition}`)],
              anchor: "start",
            };
      }),
      ...(starter && crossing > 0 && crossing < most
        ? [
            {
              x: x(crossing),
              y: amounts.y(coordinate(starter.points[0]?.fee ?? "0")) - 10,
              texts: [
                t("editions.crossing", { amount: money(breakEvenRevenue ?? "0", currency) }),
                money(breakEvenRevenue ?? "0", currency),
              ],
              anchor: "middle" as const,
              tone: "plain" as const,
            },
          ]
        : []),
    ];
    const marks = ticks(0, most, narrow ? 3 : 6);
    return {
      spots: all.map(({ revenue, fee }) => ({
        x: x(coordinate(revenue)) - 5,
        width: 10,
        top: amounts.y(coordinate(fee)) - 3,
        bottom: amounts.y(coordinate(fee)) + 3,
      })),
      marks: (
        <>
          <Grid axis={amounts} {...area} />
          {marks.map((value) => (
            <text key={value} x={x(value)} y={area.bottom + 17} textAnchor="middle">
              {value === 0 ? "0" : tickText(value)}
            </text>
          ))}
          <text x={(area.left + area.right) / 2} y={size.height - 4} textAnchor="middle">
            {t("editions.axis")}
          </text>
          <path className="chart-today" d={`M${x(usual)} ${area.top}V${area.bottom}`} />
          {lines.map(({ edition, points }) => (
            <path
              key={edition}
              className={LINE_CLASS[edition]}
              d={straightPath(
                points.map(({ revenue, fee }) => [x(coordinate(revenue)), amounts.y(coordinate(fee))]),
              )}
            />
          ))}
          {lines.flatMap(({ edition, points }) =>
            points
              .filter(({ revenue }) => revenue === usualMonth?.revenue)
              .map(({ fee }) => (
                <circle
                  key={edition}
                  className="chart-ring"
                  cx={x(usual)}
                  cy={amounts.y(coordinate(fee))}
                  r="4"
                  data-amount={fee}
                />
              )),
          )}
          <Labels
            labels={labels}
            size={size}
            taken={tickBoxes(amounts, area.left)}
            lines={{
              boxes: [
                ...boxesAlong([
                  [x(usual), area.top],
                  [x(usual), area.bottom],
                ]),
                ...lines.flatMap(({ points }) =>
                  boxesAlong(
                    points.map(({ revenue, fee }) => [x(coordinate(revenue)), amounts.y(coordinate(fee))]),
                  ),
                ),
              ],
              floor: area.bottom - 4,
            }}
          />
        </>
      ),
    };
  };
}
