import { FigureTable } from "#app/components/chart/figure-table.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";

type BuildUp = NonNullable<PreviewReport["buildUp"]>;
type Props = { buildUp: BuildUp; asOf: string; currency: string };

/** The month day by day: what had locked by its end, or is known to lock, and what the fee is then. */
export function BuildUpTable({ buildUp, asOf, currency }: Props) {
  const { t, money, dated } = useTranslator();
  const rowsOf = (days: BuildUp["days"]) =>
    days.map(({ date, base, share }) => ({
      key: date,
      cells: [dated(date, asOf), money(base, currency), money(share, currency)],
    }));
  return (
    <FigureTable
      name={t("buildUp.name")}
      columns={[
        { text: t("charges.day") },
        { text: t("fees.base"), numeric: true },
        { text: t("buildUp.share"), numeric: true },
      ]}
      sections={[
        { title: t("chart.past"), rows: rowsOf(buildUp.days.filter(({ date }) => date <= asOf)) },
        { title: t("buildUp.baseKnown"), rows: rowsOf(buildUp.days.filter(({ date }) => date > asOf)) },
      ].filter(({ rows }) => rows.length > 0)}
    />
  );
}
