import { Badge, Card, InlineStack, Text } from "@shopify/polaris";
import { ChartCard } from "#app/components/chart/chart-card.tsx";
import { FigureTable } from "#app/components/chart/figure-table.tsx";
import type { LegendKind } from "#app/components/chart/legend.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import { EditionsChart } from "#later/money/editions-chart";
import { isSome } from "./amounts.ts";
import { bounded } from "./bounded.ts";
import { Amount } from "./figure-cell.tsx";

const LINE_OF = {
  starter: "line",
  "starter-agency": "lineOther",
  essentials: "lineBefore",
} as const satisfies Record<PreviewReport["plans"][number]["edition"], LegendKind>;

/** What each edition costs in the merchant's own usual month: three equal columns, as facts and no advice. */
export function EditionsCard({ preview }: { preview: PreviewReport }) {
  const { t, money, shortDate } = useTranslator();
  const { usualMonth, editionLines, currency, plan } = preview;
  const hasUsual = usualMonth?.from === "history" && isSome(usualMonth.revenue);
  const title = t(hasUsual ? "editions.title" : "editions.titleNone");
  const line =
    hasUsual && usualMonth
      ? t("editions.line", {
          revenue: money(usualMonth.revenue, currency),
          commissions: money(usualMonth.payout, currency),
        })
      : t("editions.lineNone");
  return (
    <Card>
      {editionLines && hasUsual ? (
        <ChartCard
          title={title}
          line={line}
          chart={
            <>
              <Columns preview={preview} />
              <Later>
                <EditionsChart preview={preview} lines={editionLines} finding={title} />
              </Later>
            </>
          }
          legend={editionLines.map(({ edition }) => ({ kind: LINE_OF[edition], text: t(`plan.${edition}`) }))}
          table={<EditionsTable preview={preview} />}
          csv="/app/figures/editions.csv"
        />
      ) : (
        <>
          <Text as="h2" variant="headingSm">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {line}
          </Text>
          <Columns preview={preview} />
        </>
      )}
      <div className="money-act">
        <Text as="p" tone="subdued">
          {plan.ratesAsOf
            ? t("editions.decidesRates", {
                checked: shortDate(plan.checkedOn),
                rates: shortDate(plan.ratesAsOf),
              })
            : t("editions.decides", { checked: shortDate(plan.checkedOn) })}
        </Text>
      </div>
    </Card>
  );
}

/** The merchant's own edition first, marked by a badge and nothing louder. */
function Columns({ preview: { plans, currency, usualMonth, plan: own } }: { preview: PreviewReport }) {
  const words = useTranslator();
  const { t, note } = words;
  const isConverted = own.ratesAsOf !== null;
  return (
    <div className="money-editions">
      {[...plans]
        .sort((a, b) => Number(b.current) - Number(a.current))
        .map(({ edition, current, fee, note: rule, buffer, minimumFee }) => (
          <div key={edition}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                {t(`plan.${edition}`)}
              </Text>
              {current ? <Badge>{t("editions.own")}</Badge> : null}
            </InlineStack>
            <p className="money-value">
              <Amount
                amount={fee ?? minimumFee}
                bound={
                  fee === null
                    ? isConverted
                      ? "atLeastAbout"
                      : "atLeast"
                    : usualMonth?.from === "history" || isConverted
                      ? "about"
                      : "exactly"
                }
                currency={currency}
              />{" "}
              <span className="money-about">{t("editions.month")}</span>
            </p>
            <Text as="p">{note(rule)}</Text>
            {isSome(buffer) ? (
              <Text as="p" tone="subdued">
                {t("editions.buffer", {
                  amount: bounded({ amount: buffer, bound: "about" }, currency, words),
                })}
              </Text>
            ) : null}
          </div>
        ))}
    </div>
  );
}

/** Each edition's fee where its line bends, and in the usual month. */
export function EditionsTable({ preview: { editionLines, currency } }: { preview: PreviewReport }) {
  const { t, money } = useTranslator();
  return (
    <FigureTable
      name={t("editions.name")}
      columns={[{ text: t("editions.revenue") }, { text: t("editions.fee"), numeric: true }]}
      sections={(editionLines ?? []).map(({ edition, points }) => ({
        title: t(`plan.${edition}`),
        rows: points.map(({ revenue, fee }) => ({
          key: `${edition} ${revenue}`,
          cells: [money(revenue, currency), money(fee, currency)],
        })),
      }))}
    />
  );
}
