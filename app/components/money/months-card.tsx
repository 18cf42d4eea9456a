import { Card } from "@shopify/polaris";
import { Why } from "#app/components/account/why.tsx";
import { ChartCard } from "#app/components/chart/chart-card.tsx";
import { FigureTable } from "#app/components/chart/figure-table.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import { inARow } from "#app/messages/close-up.ts";
import { MonthsChart } from "#later/money/months-chart";
import { isSome } from "./amounts.ts";
import { bounded } from "./bounded.ts";
import { monthsAhead } from "./fee-months.ts";
import { feeRange, isMaybe } from "./fee-text.ts";

/** Twelve months: their sum as the heading, past months beside them, and the table to the cent. */
export function MonthsCard({ preview }: { preview: PreviewReport }) {
  const words = useTranslator();
  const { t, money } = words;
  const { year, past, currency, usualMonth } = preview;
  if (!year) return null;
  const sum = bounded(year.shown, currency, words);
  const title = t("months.title", { sum });
  const hasHistory = usualMonth?.from === "history";
  const hasRange = hasHistory && year.fee.high !== null && year.fee.high !== year.fee.low;
  const line = hasRange
    ? t("months.lineRange", {
        low: money(year.fee.low, currency),
        high: money(year.fee.high ?? "0", currency),
      })
    : preview.thisMonth.likelyBase === null
      ? t("fees.noActions")
      : t("months.lineShort", { count: past.fees.length });
  return (
    <Card>
      <ChartCard
        title={title}
        line={inARow([
          line,
          ...(past.fees.length > 0
            ? [t("months.linePast", { count: past.fees.length, sum: money(past.sum, currency) })]
            : []),
        ])}
        chart={
          <Later>
            <MonthsChart preview={preview} finding={title} />
          </Later>
        }
        legend={[
          ...(past.fees.length > 0 ? [{ kind: "fee" as const, text: t("months.past") }] : []),
          { kind: "feeExpected", text: t("months.likely") },
          ...(hasRange ? [{ kind: "range" as const, text: t("months.range") }] : []),
          { kind: "minimum", text: t("buildUp.minimumName") },
        ]}
        table={<MonthsTable preview={preview} />}
        open
        csv="/app/figures/months.csv"
      >
        <div className="money-act">
          <Why figure="preview.year.fee.low" label={title} shown={sum} />
        </div>
      </ChartCard>
    </Card>
  );
}

/** The months to come, each with its range, and their sum: not twelve lows and twelve highs added up (D14). */
export function MonthsTable({ preview }: { preview: PreviewReport }) {
  const words = useTranslator();
  const { t, month, dated } = words;
  const { year, past, currency, asOf } = preview;
  if (!year) return null;
  // Without a pace only what has a locking date is known: new actions come on top.
  const bound = preview.usualMonth?.from === "history" ? "about" : "atLeast";
  const commissions = (amount: string | null) => {
    if (amount !== null && isSome(amount)) return bounded({ amount, bound }, currency, words);
    return amount === null || bound === "atLeast" ? t("provenance.unknown") : "–";
  };
  return (
    <FigureTable
      name={t("months.name")}
      columns={[
        { text: t("months.col.month") },
        { text: t("months.likely"), numeric: true },
        { text: t("months.range"), numeric: true },
        { text: t("months.col.charged"), numeric: true, wide: true },
        { text: t("months.col.commissions"), numeric: true, wide: true },
      ]}
      sections={[
        {
          title: t("chart.expected"),
          rows: monthsAhead(preview).map((each) => ({
            key: each.month,
            cells:
              each.chargedOn === null
                ? [month(each.month), t("fees.noFee"), "–", "–", commissions(each.partnerCost)]
                : [
                    month(each.month),
                    isMaybe(each)
                      ? feeRange(each.fee, currency, words)
                      : bounded(each.shown, currency, words),
                    feeRange(each.fee, currency, words),
                    dated(each.chargedOn, asOf),
                    commissions(each.partnerCost),
                  ],
          })),
          total: [
            bound === "about" ? t("months.sum") : t("months.pastSum", { count: monthsAhead(preview).length }),
            bounded(year.shown, currency, words),
            feeRange(year.fee, currency, words),
            "",
            commissions(year.partnerCost),
          ],
        },
        ...(past.fees.length > 0
          ? [
              {
                title: t("chart.past"),
                rows: [...past.fees].reverse().map(({ month: of, fee, chargedOn }) => ({
                  key: of,
                  cells: [
                    month(of),
                    bounded({ amount: fee, bound: "about" }, currency, words),
                    "–",
                    dated(chargedOn, asOf),
                    "–",
                  ],
                })),
                total: [
                  t("months.pastSum", { count: past.fees.length }),
                  bounded({ amount: past.sum, bound: "about" }, currency, words),
                  "",
                  "",
                  "",
                ],
              },
            ]
          : []),
      ]}
    />
  );
}
