import { Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { Translator } from "#app/messages/translator.ts";
import { dayText, drawnScenarios, stretchWithin } from "./cost-words.ts";

type Payer = "you" | "impact" | "nobody";
type Row = { what: string; why: string; more?: string; payer: Payer; amount: string; from: string };
type Props = { outlook: ClosingOutlook; counts: LeftCounts | null };

/** Who pays what until the cheapest closing day, each row with its reason and its sum. */
export function WhoPays({ outlook, counts }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const { best } = drawnScenarios(outlook);
  const rows = rowsOf({ outlook, counts }, translator);
  return (
    <Card padding="0">
      <div className="closing-pad">
        <Text as="h2" variant="headingMd">
          {t("closing.pays.title")}
        </Text>
        {best?.cheapest ? (
          <Text as="p" tone="subdued">
            {t("closing.pays.until", { stretch: stretchWithin(best.cheapest, outlook.asOf, translator) })}
          </Text>
        ) : null}
      </div>
      <div className="table-scroll">
        <table className="closing-table texts cards">
          <thead>
            <tr>
              <th scope="col">{t("closing.pays.what")}</th>
              <th scope="col">{t("closing.pays.who")}</th>
              <th scope="col" className="number row-end">
                {t("closing.pays.much")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, why, more, payer, amount, from }) => (
              <tr key={what}>
                <th scope="row">
                  {what}
                  <span className="cell-note">{why}</span>
                  {more ? <span className="cell-note">{more}</span> : null}
                </th>
                <td data-label={t("closing.pays.who")}>{t(`closing.pays.${payer}`)}</td>
                <td className="number row-end" data-label={t("closing.pays.much")}>
                  <span>
                    {amount}
                    <span className="cell-note">{from}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="closing-pad">
        <Text as="p" variant="bodySm" tone="subdued">
          {t("closing.pays.handling")}
        </Text>
      </div>
    </Card>
  );
}

function rowsOf({ outlook, counts }: Props, translator: Translator): Row[] {
  const { t, money, list, monthName } = translator;
  const { asOf, currency } = outlook;
  const { best, asIs } = drawnScenarios(outlook);
  const at = best?.cheapest;
  const { pending, unpaid, funded } = counts?.actions ?? {};
  const overdue = counts?.invoices?.overdue;
  const doubtful = counts?.invoices?.doubtful.count ?? 0;
  const sum = (amount: string | null | undefined) =>
    amount == null ? t("closing.notKnownYet") : money(amount, currency);
  const aboutSum = (amount: string | null | undefined) =>
    amount == null ? t("closing.notKnownYet") : t("common.about", { amount: money(amount, currency) });
  const contractsRun = best === asIs && (counts?.contracts?.active ?? 0) > 0;
  const rows: (Row | null)[] = [
    at && at.months.length > 0
      ? {
          what: t("closing.pays.fees", { months: list(at.months.map(({ month }) => monthName(month))) }),
          why: t("closing.pays.feesWhy"),
          payer: "you",
          amount: aboutSum(at.fees),
          from: t("closing.pays.fromCard"),
        }
      : null,
    pending && pending.count > 0
      ? {
          what: t("closing.pays.toLock"),
          why: t("closing.pays.toLockWhy", { count: pending.count }),
          payer: "you",
          amount: sum(pending.amount),
          from: t("closing.pays.asTracked"),
        }
      : null,
    unpaid && unpaid.count > 0
      ? {
          what: t("closing.pays.locked"),
          why: t("closing.pays.lockedWhy", { count: unpaid.count }),
          payer: "you",
          amount: sum(unpaid.amount),
          from: t("closing.pays.fromBalance"),
        }
      : null,
    funded && funded.count > 0
      ? {
          what: t("closing.pays.funded"),
          why: t("closing.pays.fundedWhy", { count: funded.count }),
          payer: "you",
          amount: sum(funded.amount),
          from: t("closing.pays.already"),
        }
      : null,
    overdue?.state === "overdue"
      ? {
          what: t("closing.pays.overdue"),
          why: t(doubtful > 0 ? "closing.pays.overdueSince" : "closing.pays.overdueWhy", {
            count: overdue.invoices,
            on: dayText(overdue.since, asOf, translator),
          }),
          ...(doubtful > 0 && { more: t("closing.doubtful", { count: doubtful }) }),
          payer: "you",
          amount: sum(overdue.amount),
          from: t("closing.pays.notInFees"),
        }
      : null,
    {
      what: t("closing.pays.new"),
      why: t(contractsRun ? "closing.pays.newRun" : "closing.pays.newEnded"),
      payer: "you",
      amount: contractsRun ? t("closing.notKnownYet") : sum("0.00"),
      from: contractsRun ? t("closing.pays.asTracked") : "",
    },
    {
      what: t("closing.pays.after"),
      why: t("closing.pays.afterWhy"),
      payer: "nobody",
      amount: sum("0.00"),
      from: "",
    },
    {
      what: t("closing.pays.left"),
      why: t("closing.pays.leftWhy"),
      payer: "impact",
      amount:
        at?.expectedRefund && !/[1-9]/.test(at.expectedRefund)
          ? t("closing.refund.none")
          : aboutSum(at?.expectedRefund),
      from: t("closing.pays.likely"),
    },
  ];
  return rows.filter((row) => row !== null);
}
