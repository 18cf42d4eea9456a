import { amountAxis, axisRoom, coordinate } from "#app/components/chart/amount-axis.ts";
import { Chart } from "#app/components/chart/chart.tsx";
import { isNarrow } from "#app/components/chart/chart-size.ts";
import { Bar, Grid, Labels, TodayLine } from "#app/components/chart/marks.tsx";
import { tickBoxes } from "#app/components/chart/place-labels.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerReport } from "#app/domain/index.ts";
import { isSome } from "./amounts.ts";

type Props = { ledger: LedgerReport; finding: string };

/** A month's bar; of the months ahead only the fee is known. */
type Owed = Pick<LedgerReport["months"][number], "month" | "commissions" | "fee" | "newlyOwed"> & {
  expected?: boolean;
};

/** What became owed month by month: known without any balance. */
export function OwedChart({ ledger, finding }: Props) {
  const { t, money, month, day, shortMonth, axisMoney } = useTranslator();
  const { currency } = ledger;
  const past: Owed[] = [...ledger.months].reverse().slice(-MOST_MONTHS);
  const months = [...past, ...expectedFees(ledger)];
  const tickText = (value: number) => axisMoney(value, currency);
  const sum = ({ newlyOwed }: Owed) => coordinate(newlyOwed ?? "0");
  const highest = Math.max(0, ...months.map(sum));
  return (
    <Chart
      name={t("ledger.owedChart")}
      finding={finding}
      height={226}
      points={months.map((each) => ({
        key: each.month,
        title: month(each.month),
        lines: each.expected
          ? [{ label: t("charges.legend.feeExpected"), value: money(each.fee ?? "0", currency) }]
          : [
              { label: t("ledger.col.commissions"), value: money(each.commissions ?? "0", currency) },
              { label: t("ledger.col.fee"), value: money(each.fee ?? "0", currency) },
              { label: t("ledger.col.owed"), value: money(each.newlyOwed ?? "0", currency), sum: true },
            ],
      }))}
      start={past.length - 1}
      draw={(size, hatch) => {
        const area = {
          left: axisRoom(highest, tickText),
          right: size.width - 12,
          top: 30,
          bottom: size.height - 40,
        };
        const amounts = amountAxis({ highest, ...area, count: 2, text: tickText });
        const step = (area.right - area.left) / Math.max(1, months.length);
        const wide = Math.min(24, step * 0.6);
        const middle = (index: number) => area.left + step * (index + 0.5);
        const each = isNarrow(size) ? 3 : 1;
        const yearOf = (index: number) => months[index]?.month.slice(0, 4);
        const most = months.findIndex((one) => sum(one) === highest);
        return {
          spots: months.map((one, index) => ({
            x: middle(index) - wide / 2,
            width: wide,
            top: amounts.y(sum(one)),
            bottom: area.bottom,
          })),
          marks: (
            <>
              <Grid axis={amounts} {...area} />
              {months.map((one, index) => (
                <g key={one.month}>
                  {isSome(one.commissions) ? (
                    <Bar
                      kind="commissions"
                      x={middle(index) - wide / 2}
                      width={wide}
                      from={amounts.y(0)}
                      to={amounts.y(coordinate(one.commissions ?? "0"))}
                      hatch={hatch}
                      amount={one.commissions ?? "0"}
                    />
                  ) : null}
                  {isSome(one.fee) ? (
                    <Bar
                      kind={one.expected ? "feeExpected" : "fee"}
                      x={middle(index) - wide / 2}
                      width={wide}
                      from={amounts.y(coordinate(one.commissions ?? "0"))}
                      to={amounts.y(sum(one))}
                      hatch={hatch}
                      amount={one.fee ?? "0"}
                    />
                  ) : null}
                  {index % each === 0 ? (
                    <text x={middle(index)} y={area.bottom + 17} textAnchor="middle">
                      {shortMonth(one.month)}
                    </text>
                  ) : null}
                  {index % each === 0 && yearOf(index) !== yearOf(index - each) ? (
                    <text x={middle(index)} y={area.bottom + 33} textAnchor="middle">
                      {yearOf(index)}
                    </text>
                  ) : null}
                </g>
              ))}
              {months.length > past.length ? (
                <TodayLine
                  x={area.left + step * past.length}
                  area={area}
                  today={t("chart.today", { day: day(ledger.asOf) })}
                />
              ) : null}
              <Labels
                size={size}
                taken={tickBoxes(amounts, area.left)}
                labels={
                  most >= 0 && highest > 0
                    ? [
                        {
                          x: middle(most),
                          y: amounts.y(highest) - 8,
                          texts: [money(months[most]?.newlyOwed ?? "0", currency)],
                          anchor: "middle",
                        },
                      ]
                    : []
                }
              />
            </>
          ),
        };
      }}
    />
  );
}

const MOST_MONTHS = 12;

/** The fees that are expected after this month, each in the month it is charged in. */
const expectedFees = ({ expected, months }: LedgerReport): Owed[] =>
  expected
    .flatMap((row) =>
      row.kind === "day" && isSome(row.fee)
        ? [
            {
              month: row.date.slice(0, 7),
              commissions: null,
              fee: row.fee,
              newlyOwed: row.fee,
              expected: true,
            },
          ]
        : [],
    )
    .filter(({ month }) => months.every((each) => each.month !== month))
    .reverse();
