import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart } from "#app/components/chart/chart.tsx";
import type { Draw } from "#app/components/chart/chart-picture.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { dayAxis, laterDay } from "#app/components/chart/day-axis.ts";
import { DayMarks, Diamond, fitsLeft, Grid, Labels, TodayLine } from "#app/components/chart/marks.tsx";
import { boxesAlong, type Label, tickBoxes } from "#app/components/chart/place-labels.ts";
import { type PathPoint, stepArea, stepCorners, stepPath } from "#app/components/chart/step-path.ts";
import { textWidth } from "#app/components/chart/text-width.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Translator } from "#app/messages/translator.ts";
import type { FundingDay } from "#app/services/account/show-ledger.server.ts";
import { isSome } from "./amounts.ts";

type Props = {
  days: FundingDay[];
  from: string;
  to: string;
  asOf: string;
  currency: string;
  finding: string;
  /** The balance that was entered for today, where it was. */
  entered: string | null;
};

/** The balance in steps, and below it, on the same days, each charge to the card as a stem with a diamond. */
export function FundingChart({ finding, ...props }: Props) {
  const translator = useTranslator();
  const { t, money, dated } = translator;
  const { days, asOf, currency } = props;
  return (
    <Chart
      name={t("ledger.chart")}
      finding={finding}
      height={270}
      points={days.map(({ date, card, closing }) => ({
        key: date,
        title: dated(date, asOf),
        lines: [
          ...(isSome(card) ? [{ label: t("ledger.col.card"), value: money(card, currency) }] : []),
          { label: t("ledger.col.balance"), value: money(closing, currency), sum: true },
        ],
      }))}
      start={Math.max(
        0,
        days.findLastIndex(({ expected }) => !expected),
      )}
      draw={drawing(props, translator)}
    />
  );
}

/** How high the lane of charges is, and how far it lies under the balance. */
const LANE = 84;
const GAP = 26;

function drawing(
  { days, from, to, asOf, currency, entered }: Omit<Props, "finding">,
  translator: Translator,
): Draw {
  const { t, money, axisMoney, day } = translator;
  const now = days.findLast(({ expected }) => !expected)?.closing ?? days[0]?.opening ?? "0";
  const nowText = money(now, currency);
  // What was entered is the merchant's own figure, and nothing is never "about" nothing.
  const nowTexts =
    now === entered || !isSome(now) ? [nowText] : [t("common.about", { amount: nowText }), nowText];
  const tickText = (value: number) => axisMoney(value, currency);
  const highest = Math.max(0, ...days.map(({ opening, card }) => coordinate(opening) + coordinate(card)));
  const mostCard = Math.max(0, ...days.map(({ card }) => coordinate(card)));
  return (size, hatch) => {
    const narrow = isNarrow(size);
    const bottom = size.height - 24;
    const middle = bottom - LANE - GAP;
    const left = Math.max(axisRoom(highest, tickText), axisRoom(mostCard, tickText)) + 4;
    const right = size.width - (narrow ? 10 : 16);
    const area = { left, right, top: 30, bottom };
    const balance = amountAxis({ highest, top: 30, bottom: middle, text: tickText });
    const card = amountAxis({ highest: mostCard, top: bottom - LANE + 18, bottom, count: 2, text: tickText });
    const axis = dayAxis({ from, to, left, right, sparse: narrow });
    const steps = (rows: readonly FundingDay[], start: PathPoint, end: number): PathPoint[] => [
      start,
      ...rows.flatMap(({ date, opening, card: charge, closing }): PathPoint[] => {
        const x = axis.x(date);
        const filled = coordinate(opening) + coordinate(charge);
        return [
          ...(isSome(charge) ? [[x, balance.y(filled)] as PathPoint] : []),
          [x + 0.01, balance.y(coordinate(closing))],
        ];
      }),
      [end, balance.y(coordinate(rows.at(-1)?.closing ?? "0"))],
    ];
    const past = days.filter(({ expected }) => !expected);
    const ahead = days.filter(({ expected }) => expected);
    const todayX = axis.x(laterDay(asOf, 1));
    const today = t("chart.today", { day: day(asOf) });
    const name = t("ledger.col.balance");
    // On the first days of a ledger today's name needs the place where the pictures' own stand otherwise.
    const names = fitsLeft(todayX, today, left + 12 + textWidth(name))
      ? ({ x: left + 4, textAnchor: "start" } as const)
      : ({ x: right, textAnchor: "end" } as const);
    const nowY = balance.y(coordinate(now));
    const pastSteps = steps(past, [left, balance.y(coordinate(past[0]?.opening ?? "0"))], todayX);
    const aheadSteps: PathPoint[] =
      ahead.length > 0
        ? steps(ahead, [todayX, nowY], right)
        : [
            [todayX, nowY],
            [right, nowY],
          ];
    return {
      spots: days.map(({ date }) => ({ x: axis.x(date), width: Math.max(2, axis.step), top: 30, bottom })),
      marks: (
        <>
          <Grid axis={balance} left={left} right={right} />
          <Grid axis={card} left={left} right={right} />
          <text className="chart-strong chart-halo" {...names} y={18}>
            {name}
          </text>
          <text className="chart-strong chart-halo" {...names} y={middle + GAP - 2}>
            {t("ledger.col.card")}
          </text>
          <DayMarks axis={axis} area={area} text={day} />
          <path className="chart-area" d={stepArea(pastSteps, balance.y(0))} />
          <path
            className="chart-area-expected"
            fill={`url(#${hatch.fee})`}
            d={stepArea(aheadSteps, balance.y(0))}
          />
          <path className="chart-line-expected" d={stepPath(aheadSteps)} />
          <path className="chart-line" d={stepPath(pastSteps)} />
          {days.map(({ date, card: charge, expected }) =>
            isSome(charge) ? (
              <g key={date}>
                <path
                  className={expected ? "chart-stem-expected" : "chart-stem"}
                  d={`M${axis.x(date)} ${bottom}V${card.y(coordinate(charge))}`}
                />
                <Diamond
                  x={axis.x(date)}
                  y={card.y(coordinate(charge))}
                  r={expected ? 5 : narrow ? 3 : 4}
                  expected={expected}
                  hatch={hatch}
                  amount={charge}
                />
              </g>
            ) : null,
          )}
          <TodayLine x={todayX} area={area} today={today} expected={t("chart.expected")} />
          <Labels
            size={size}
            labels={chargeLabels(days, (iso) => axis.x(iso), card.y, { currency, t, money })}
            taken={[
              ...tickBoxes(card, left),
              { left: todayX - 1, right: todayX + 1, top: 30, bottom },
              ...days
                .filter(({ card: charge }) => isSome(charge))
                .flatMap((each) => chargeBoxes(axis.x(each.date), card.y(coordinate(each.card)), bottom)),
            ]}
          />
          <Labels
            size={size}
            labels={[{ x: todayX + 7, y: nowY - 8, texts: nowTexts, anchor: "start" }]}
            taken={tickBoxes(balance, left)}
            lines={{
              boxes: [
                ...[pastSteps, aheadSteps].flatMap((each) => boxesAlong(stepCorners(each))),
                ...boxesAlong([
                  [todayX, 0],
                  [todayX, bottom],
                ]),
              ],
              floor: middle - 4,
            }}
          />
        </>
      ),
    };
  };
}

/** The diamond of a charge on its stem. */
const chargeBoxes = (x: number, y: number, bottom: number) => [
  { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 },
  { left: x - 1, right: x + 1, top: y, bottom },
];

type LabelWords = Pick<Translator, "t" | "money"> & { currency: string };

/** The charges with a fee and the largest one are named, the latest first. */
function chargeLabels(
  days: readonly FundingDay[],
  x: (iso: string) => number,
  y: (amount: number) => number,
  { currency, t, money }: LabelWords,
): Label[] {
  const charged = days.filter(({ card }) => isSome(card));
  const most = Math.max(...charged.map(({ card }) => coordinate(card)));
  return charged
    .filter(({ card, fee }) => isSome(fee) || coordinate(card) === most)
    .reverse()
    .map(({ date, card, fee, expected }): Label => {
      const amount = money(card, currency);
      const bounded = expected ? t("common.about", { amount }) : amount;
      return {
        x: x(date) - 9,
        y: y(coordinate(card)) + 4,
        texts: [isSome(fee) ? t("ledger.withFee", { amount: bounded }) : bounded, bounded, amount],
        anchor: "end",
      };
    });
}
