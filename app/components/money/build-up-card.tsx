import { Card, Text } from "@shopify/polaris";
import { Why } from "#app/components/account/why.tsx";
import { ChartCard } from "#app/components/chart/chart-card.tsx";
import type { LegendKind } from "#app/components/chart/legend.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WithStrong } from "#app/components/page/with-strong.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import { BuildUpChart } from "#later/money/build-up-chart";
import { bounded } from "./bounded.ts";
import { BuildUpTable } from "./build-up-table.tsx";
import { feeRange, isMaybe } from "./fee-text.ts";
import { Amount } from "./figure-cell.tsx";
import { MonthSum } from "./month-sum.tsx";

/** The month's fee: the sum at the left for who checks it, the same sum as a picture at the right. */
export function BuildUpCard({ preview }: { preview: PreviewReport }) {
  return (
    <Card>
      <div className="money-build">
        <Arithmetic preview={preview} />
        <BuildUpPicture preview={preview} />
      </div>
    </Card>
  );
}

function Arithmetic({ preview }: { preview: PreviewReport }) {
  const words = useTranslator();
  const { t, month, date } = words;
  const { thisMonth, currency, firstFee } = preview;
  const { fee, shown } = thisMonth;
  const label = t("fees.for", { month: month(thisMonth.month) });
  const said =
    thisMonth.chargedOn === null
      ? t("fees.noFee")
      : isMaybe(thisMonth)
        ? feeRange(fee, currency, words)
        : bounded(shown, currency, words);
  return (
    <div>
      <Text as="h2" variant="headingSm" tone="subdued" fontWeight="medium">
        {label}
      </Text>
      <p className="money-value money-big">
        {thisMonth.chargedOn === null || isMaybe(thisMonth) ? (
          said
        ) : (
          <Amount {...shown} currency={currency} />
        )}
      </p>
      <Text as="p">
        <WithStrong
          part={date(thisMonth.chargedOn ?? firstFee.expected)}
          sentence={(on) => t(thisMonth.chargedOn === null ? "fees.firstOn" : "overview.fee.charged", { on })}
        />
      </Text>
      {firstFee.earliest !== firstFee.expected && thisMonth.chargedOn === null ? (
        <Text as="p">{t("overview.fee.earlier", { on: date(firstFee.earliest) })}</Text>
      ) : null}
      {thisMonth.chargedOn === null ? null : <MonthSum preview={preview} />}
      <div className="money-act">
        <Why figure="preview.thisMonth.fee.low" label={label} shown={said} />
      </div>
    </div>
  );
}

export function BuildUpPicture({ preview }: { preview: PreviewReport }) {
  const words = useTranslator();
  const { t, money, monthName, day, dated } = words;
  const { buildUp, thisMonth, currency, asOf, breakEvenRevenue } = preview;
  if (!buildUp) return <Text as="p">{thisMonth.chargedOn ? t("fees.noActions") : null}</Text>;
  const soFar = buildUp.days.find(({ date }) => date === asOf)?.share ?? "0";
  const name = monthName(thisMonth.month);
  const end = buildUp.days.at(-1)?.date ?? asOf;
  const isLeast = preview.unread.length > 0;
  // A row that could not be read may lift the share above the minimum.
  const isMinimum = thisMonth.rule === "minimum" && !isLeast;
  const title = t(isMinimum ? "buildUp.titleMinimum" : "buildUp.title", {
    month: name,
    amount: isLeast ? bounded({ amount: soFar, bound: "atLeast" }, currency, words) : money(soFar, currency),
    end: bounded(thisMonth.shown, currency, words),
    on: day(end),
  });
  const legend: { kind: LegendKind; text: string }[] = [
    { kind: "line", text: t("buildUp.base") },
    { kind: "lineExpected", text: t("buildUp.baseKnown") },
    ...(buildUp.before
      ? [
          {
            kind: "lineBefore" as const,
            text: t("buildUp.beforeLegend", { month: monthName(buildUp.before[0]?.date.slice(0, 7) ?? "") }),
          },
        ]
      : []),
    { kind: "minimum", text: t("buildUp.minimumName") },
    ...(thisMonth.fee.high !== null && thisMonth.fee.high !== thisMonth.fee.low
      ? [{ kind: "range" as const, text: t("months.range") }]
      : []),
  ];
  return (
    <ChartCard
      title={title}
      line={
        isMinimum && breakEvenRevenue
          ? t("fees.breakEven", { amount: money(breakEvenRevenue, currency) })
          : buildUp.crossesOn && buildUp.crossesOn > asOf
            ? t("buildUp.lineCrosses", { on: dated(buildUp.crossesOn, asOf) })
            : t("buildUp.line")
      }
      chart={
        <Later>
          <BuildUpChart preview={preview} buildUp={buildUp} finding={title} />
        </Later>
      }
      legend={legend}
      table={<BuildUpTable buildUp={buildUp} asOf={asOf} currency={currency} />}
      csv="/app/figures/build-up.csv"
    />
  );
}
