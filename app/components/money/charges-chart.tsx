import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart, type ChartPoint } from "#app/components/chart/chart.tsx";
import type { Draw, Spot } from "#app/components/chart/chart-picture.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { dayAxis, laterDay } from "#app/components/chart/day-axis.ts";
import { Bar, DayMarks, Diamond, Grid, Labels, TodayLine } from "#app/components/chart/marks.tsx";
import { type Box, boxesAlong, type Label, tickBoxes } from "#app/components/chart/place-labels.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Bound, ChargeDayJson, DaysReport } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { isSome } from "./amounts.ts";
import { marksCards } from "./marks-cards.ts";

type Props = { days: DaysReport; finding: string; nextBound: Bound | null; height?: number };

/** Commissions and fees by day, what is expected hatched behind the line of today; diamonds where the card was charged. */
export function ChargesChart({ days, finding, nextBound, height = 186 }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <Chart
      name={t("charges.name")}
      finding={finding}
      height={height}
      points={days.days.map((day) => pointOf(day, days, nextBound, translator))}
      start={Math.max(
        0,
        days.days.findLastIndex(({ expected }) => !expected),
      )}
      draw={drawing(days, nextBound, translator)}
    />
  );
}

function pointOf(
  day: ChargeDayJson,
  { currency, asOf }: DaysReport,
  nextBound: Bound | null,
  { t, money, dated }: Translator,
): ChartPoint {
  const { fee, commissions, sum, card, expected } = day;
  const both = isSome(fee) && isSome(commissions);
  const feeText = money(fee, currency);
  return {
    key: day.date,
    title: dated(day.date, asOf),
    lines: [
      ...(isSome(fee)
        ? [
            {
              label: t("charges.fee"),
              value: expected ? t(`common.${nextBound ?? "about"}`, { amount: feeText }) : feeText,
            },
          ]
        : []),
      ...(isSome(commissions)
        ? [{ label: t("charges.commissions"), value: money(commissions, currency) }]
        : []),
      ...(both ? [{ label: t("charges.sum"), value: money(sum, currency), sum: true }] : []),
      ...(isSome(card) ? [{ label: t("charges.card"), value: money(card ?? "0", currency) }] : []),
    ],
  };
}

function drawing(days: DaysReport, nextBound: Bound | null, translator: Translator): Draw {
  const { currency, pace, asOf, from, to } = days;
  const { t, money, axisMoney, day: dayText } = translator;
  const highest = Math.max(
    0,
    ...days.days.map(({ sum }) => coordinate(sum)),
    coordinate(pace?.perDay ?? "0"),
  );
  const tickText = (value: number) => axisMoney(value, currency);
  const withCard = marksCards(days);
  return (size, hatch) => {
    const narrow = isNarrow(size);
    const area = {
      left: axisRoom(highest, tickText),
      right: size.width - (narrow ? 10 : 12),
      top: 46,
      bottom: size.height - 24,
    };
    const amounts = amountAxis({ highest, ...area, text: tickText });
    const axis = dayAxis({ from, to, left: area.left, right: area.right, sparse: narrow });
    const middle = (iso: string) => axis.x(iso) + axis.step / 2;
    const thin = Math.min(narrow ? Math.max(3, axis.step - 1) : 9, Math.max(2, axis.step - 2));
    const todayX = axis.x(laterDay(asOf, 1));
    const bars = days.days.map(({ date, commissions, fee, sum, card, expected }) => {
      const wide = Math.max(thin, narrow ? 6 : 9);
      const foot = coordinate(commissions);
      const total = coordinate(sum);
      return (
        <g key={date}>
          {isSome(commissions) ? (
            <Bar
              kind="commissions"
              x={middle(date) - thin / 2}
              width={thin}
              from={amounts.y(0)}
              to={amounts.y(foot)}
              hatch={hatch}
              amount={commissions}
            />
          ) : null}
          {isSome(fee) ? (
            <Bar
              kind={expected ? "feeExpected" : "fee"}
              x={middle(date) - wide / 2}
              width={wide}
              from={amounts.y(foot)}
              to={amounts.y(total)}
              hatch={hatch}
              amount={fee}
            />
          ) : null}
          {withCard && isSome(card) ? (
            <Diamond x={middle(date)} y={amounts.y(total) - 9} expected={expected} hatch={hatch} />
          ) : null}
        </g>
      );
    });
    const labels: Label[] = days.days
      .filter(({ fee }) => isSome(fee))
      .sort((a, b) => b.date.localeCompare(a.date))
      .map(({ date, fee, sum, card, expected }) => {
        const amount = money(fee, currency);
        const bounded = expected ? t(`common.${nextBound ?? "about"}`, { amount }) : amount;
        return {
          x: middle(date),
          y: amounts.y(coordinate(sum)) - (withCard && isSome(card) ? 20 : 9),
          texts: [t("charges.feeLabel", { amount: bounded }), bounded, amount],
          anchor:
            middle(date) < todayX && todayX - middle(date) < 70 ? ("end" as const) : ("middle" as const),
        };
      });
    const tracked = days.days.filter(({ commissions }) => isSome(commissions));
    // Of many bars each with its amount none could be read; the table has them.
    const few = tracked.length <= 3 ? tracked : [];
    for (const { date, commissions, fee } of few) {
      if (isSome(fee)) continue;
      const amount = money(commissions, currency);
      labels.push({
        x: middle(date) + 14,
        y: amounts.y(coordinate(commissions)) + 4,
        texts: [t("charges.commissionsLabel", { amount }), amount],
        anchor: "start",
      });
    }
    const spots: Spot[] = days.days.map(({ date, sum }) => ({
      x: middle(date) - Math.max(thin, 8) / 2,
      width: Math.max(thin, 8),
      top: amounts.y(coordinate(sum)),
      bottom: area.bottom,
    }));
    const perDay = pace ? coordinate(pace.perDay) : 0;
    const barBoxes = days.days.map(({ date, fee, sum }): Box => {
      const half = (isSome(fee) ? Math.max(thin, narrow ? 6 : 9) : thin) / 2;
      return {
        left: middle(date) - half,
        right: middle(date) + half,
        top: amounts.y(coordinate(sum)),
        bottom: area.bottom,
      };
    });
    return {
      spots,
      marks: (
        <>
          <Grid axis={amounts} {...area} />
          <DayMarks axis={axis} area={area} text={dayText} />
          {pace && perDay > 0 ? (
            <Bar
              kind="commissionsExpected"
              x={todayX}
              width={area.right - todayX}
              from={amounts.y(0)}
              to={amounts.y(perDay)}
              hatch={hatch}
              amount={pace.perDay}
            />
          ) : null}
          {bars}
          <TodayLine
            x={todayX}
            area={area}
            today={t("chart.today", { day: dayText(asOf) })}
            expected={t("chart.expected")}
          />
          <Labels
            size={size}
            taken={tickBoxes(amounts, area.left)}
            lines={{
              boxes: [
                ...barBoxes,
                ...boxesAlong([
                  [todayX, 2],
                  [todayX, area.bottom],
                ]),
              ],
              floor: area.bottom - 4,
            }}
            labels={[
              ...labels,
              ...(days.days.length === 0
                ? [
                    {
                      x: (area.left + todayX) / 2,
                      y: area.bottom - 30,
                      texts: [t("charges.none")],
                      anchor: "middle" as const,
                      tone: "plain" as const,
                    },
                  ]
                : []),
              ...(pace && perDay > 0
                ? [
                    {
                      x: todayX + (narrow ? 6 : 10),
                      y: amounts.y(perDay) - 8,
                      texts: paceTexts(pace, currency, translator),
                      anchor: "start" as const,
                      tone: "teal" as const,
                    },
                  ]
                : []),
            ]}
          />
        </>
      ),
    };
  };
}

function paceTexts(
  { perDay, from, to }: NonNullable<DaysReport["pace"]>,
  currency: string,
  { t, money, monthName }: Translator,
): string[] {
  const amount = money(perDay, currency);
  return [
    t("charges.pace", { amount, from: monthName(from), to: monthName(to) }),
    // No shorter: beside a month's bars an amount alone would not be taken for that of a day.
    t("charges.paceShort", { amount }),
  ];
}
