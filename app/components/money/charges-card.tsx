import { Card } from "@shopify/polaris";
import { ChartCard } from "#app/components/chart/chart-card.tsx";
import { FigureTable } from "#app/components/chart/figure-table.tsx";
import type { LegendKind } from "#app/components/chart/legend.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Bound, ChargeDayJson, DaysReport } from "#app/domain/index.ts";
import { ChargesChart } from "#later/money/charges-chart";
import { isSome } from "./amounts.ts";
import { bounded, estimate } from "./bounded.ts";
import { marksCards } from "./marks-cards.ts";

type Props = { days: DaysReport; nextBound: Bound | null };

/** The last five weeks and the next: commissions and fees by day, under the sentence they come to. */
export function ChargesCard({ days, nextBound }: Props) {
  const words = useTranslator();
  const { t, money, day } = words;
  const { currency, card, last30Days, pace, isLeast } = days;
  const past = (text: string) =>
    isLeast ? t("common.atLeast", { amount: money(text, currency) }) : money(text, currency);
  const title =
    card && isSome(card.sum)
      ? t("charges.cardTitle", {
          amount: bounded(estimate(card.sum, isLeast), currency, words),
          since: day(card.since),
        })
      : last30Days
        ? t("charges.title", {
            commissions: past(last30Days.commissions),
            fees: past(last30Days.fees),
          })
        : t("charges.name");
  const legend: { kind: LegendKind; text: string }[] = [
    { kind: "commissions", text: t("charges.commissions") },
    { kind: "fee", text: t("charges.fee") },
    { kind: "feeExpected", text: t("charges.legend.feeExpected") },
    ...(pace && isSome(pace.perDay)
      ? [{ kind: "commissionsExpected" as const, text: t("charges.legend.commissionsExpected") }]
      : []),
    ...(marksCards(days) ? [{ kind: "card" as const, text: t("charges.legend.card") }] : []),
  ];
  return (
    <Card>
      <ChartCard
        title={title}
        line={
          card && isSome(card.sum)
            ? t("charges.cardLine", {
                commissions: past(card.commissions),
                fees: past(card.fees),
              })
            : t("charges.line")
        }
        chart={
          <Later>
            <ChargesChart days={days} finding={title} nextBound={nextBound} />
          </Later>
        }
        legend={legend}
        table={<ChargesTable days={days} nextBound={nextBound} />}
        csv="/app/figures/charges.csv"
      />
    </Card>
  );
}

/** The bars day by day, newest first as in the ledger, with the sum of the last thirty days. */
export function ChargesTable({ days, nextBound }: Props) {
  const { t, money, dated } = useTranslator();
  const { currency, asOf, last30Days, isLeast } = days;
  const past = (text: string) =>
    isLeast ? t("common.atLeast", { amount: money(text, currency) }) : money(text, currency);
  const dash = "–";
  const amount = (text: string) => (isSome(text) ? money(text, currency) : dash);
  const row = (each: ChargeDayJson) => ({
    key: each.date,
    cells: [
      dated(each.date, asOf),
      amount(each.commissions),
      each.expected && isSome(each.fee)
        ? t(`common.${nextBound ?? "about"}`, { amount: money(each.fee, currency) })
        : amount(each.fee),
      amount(each.sum),
    ],
  });
  const newest = [...days.days].reverse();
  const from = last30Days?.from ?? asOf;
  const recent = newest.filter(({ expected, date }) => !expected && date >= from);
  const before = newest.filter(({ expected, date }) => !expected && date < from);
  return (
    <FigureTable
      name={t("charges.name")}
      columns={[
        { text: t("charges.day") },
        { text: t("charges.commissions"), numeric: true },
        { text: t("charges.fee"), numeric: true },
        { text: t("charges.sum"), numeric: true, wide: true },
      ]}
      sections={[
        { title: t("chart.expected"), rows: newest.filter(({ expected }) => expected).map(row) },
        {
          title: t("charges.last30"),
          rows: recent.map(row),
          ...(last30Days && {
            total: [
              t("charges.last30"),
              past(last30Days.commissions),
              past(last30Days.fees),
              past(last30Days.sum),
            ],
          }),
        },
        { title: t("charges.before"), rows: before.map(row) },
      ].filter(({ rows }) => rows.length > 0)}
    />
  );
}
