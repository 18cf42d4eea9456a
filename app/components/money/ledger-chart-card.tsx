import { Card } from "@shopify/polaris";
import { ChartCard } from "#app/components/chart/chart-card.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerReport } from "#app/domain/index.ts";
import type { FundingDay } from "#app/services/account/show-ledger.server.ts";
import { FundingChart } from "#later/money/funding-chart";
import { OwedChart } from "#later/money/owed-chart";
import { isSome } from "./amounts.ts";
import { bounded, estimate } from "./bounded.ts";
import type { Balance } from "./home-figures.tsx";
import { ledgerMoney } from "./ledger-rows.tsx";

/** `isLeast`: rows that could not be read may add to what became owed. */
type Props = { ledger: LedgerReport; days: FundingDay[]; balance: Balance; isLeast: boolean };

/** The funding account as a picture; without a balance, what became owed month by month. Its table is the ledger below. */
export function LedgerChartCard({ ledger, days, balance, isLeast }: Props) {
  const words = useTranslator();
  const { t, money, day, shortDate } = words;
  const owed = ledgerMoney({ isLeast }, words);
  const { currency, pastSums, from, to, asOf } = ledger;
  const spanDay = (iso: string) => (iso.slice(0, 4) === asOf.slice(0, 4) ? day(iso) : shortDate(iso));
  const first = days[0];
  if (ledger.hasBalance && balance && first) {
    // On its day the stated balance is the merchant's own figure (D4); what it becomes is an estimate.
    const isEntered = balance.asOf === asOf;
    const amount = isEntered ? balance.amount : (ledger.balance ?? balance.amount);
    const title = t("ledger.title.balance", {
      kind: isEntered || !isSome(amount) ? "entered" : "rolled",
      amount: money(amount, currency),
    });
    return (
      <Card>
        <ChartCard
          title={title}
          line={t("ledger.line.card", {
            amount: bounded(estimate(pastSums.card ?? "0", isLeast), currency, words),
            since: day(from ?? asOf),
            count: pastSums.cardDays,
            balance: money(balance.amount, currency),
          })}
          chart={
            <Later>
              <FundingChart
                days={days}
                from={[first.date, asOf].sort()[0] ?? asOf}
                to={to}
                asOf={asOf}
                currency={currency}
                finding={title}
                entered={isEntered ? balance.amount : null}
              />
            </Later>
          }
          legend={[
            { kind: "line", text: t("ledger.legend.balance") },
            { kind: "lineExpected", text: t("ledger.legend.balanceExpected") },
            { kind: "card", text: t("ledger.legend.card") },
            { kind: "cardExpected", text: t("ledger.legend.cardExpected") },
          ]}
        />
      </Card>
    );
  }
  if (pastSums.newlyOwed === null || from === null) return null;
  const title = t("ledger.title.owed", {
    amount: owed(pastSums.newlyOwed, currency),
    since: spanDay(from),
  });
  return (
    <Card>
      <ChartCard
        title={title}
        line={t("ledger.line.owed", {
          commissions: owed(pastSums.commissions ?? "0", currency),
          fees: owed(pastSums.fee ?? "0", currency),
        })}
        chart={
          <Later>
            <OwedChart ledger={ledger} finding={title} />
          </Later>
        }
        legend={[
          { kind: "commissions", text: t("ledger.col.commissions") },
          { kind: "fee", text: t("ledger.col.fee") },
          ...(isSome(ledger.expectedSums.fee)
            ? [{ kind: "feeExpected" as const, text: t("charges.legend.feeExpected") }]
            : []),
        ]}
      />
    </Card>
  );
}
