import { Badge, Card, Text } from "@shopify/polaris";
import { CopyButton } from "#app/components/page/copy-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";

/** What would move the date, with its price: facts in rows, none of them chosen (D16). */
export function MovesCard({ outlook }: { outlook: ClosingOutlook }) {
  const { t, money, dated } = useTranslator();
  const { scenarios, best, isBetter, locks, asOf, currency } = outlook;
  if (!locks || locks.late.length === 0) return null;
  const wait = scenarios.find(({ key }) => key === "contracts-end") ?? scenarios[0];
  const rows = [wait, ...scenarios.filter(({ key }) => key === "approved")].filter(
    (row) => row !== undefined,
  );
  return (
    <Card padding="0">
      <div className="closing-pad" id="move">
        <Text as="h2" variant="headingMd">
          {t("closing.moves.title")}
        </Text>
        <Text as="p" tone="subdued">
          {t("closing.moves.lead")}
        </Text>
      </div>
      <div className="table-scroll">
        <table className="closing-table cards">
          <thead>
            <tr>
              <th scope="col">{t("closing.moves.if")}</th>
              <th scope="col">{t("closing.moves.final")}</th>
              <th scope="col" className="row-end">
                {t("closing.moves.earliest")}
              </th>
              <th scope="col">{t("closing.moves.fees")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const isBest = isBetter && scenarios[best] === row;
              return (
                <tr key={row.approved} className={isBest ? "is-best" : undefined}>
                  <th scope="row">
                    {t("closing.moves.approve", { count: row.approved })}{" "}
                    {isBest ? <Badge tone="success">{t("closing.cost.isCheapest")}</Badge> : null}
                  </th>
                  <td className="row-whole" data-label={t("closing.moves.final")}>
                    {row.approved === 0 ? t("common.none") : money(row.commission, currency)}
                  </td>
                  <td className="row-end" data-label={t("closing.moves.earliest")}>
                    <b>{row.earliest ? dated(row.earliest, asOf) : t("closing.notKnownYet")}</b>
                  </td>
                  <td
                    className="row-whole"
                    data-label={t("closing.moves.fees")}
                    data-amount={row.atEarliest?.fees}
                  >
                    {row.atEarliest
                      ? t("common.about", { amount: money(row.atEarliest.fees, currency) })
                      : ""}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="closing-pad">
        <CopyButton made={() => locks.late.map(({ action }) => action).join("\n")}>
          {t("closing.moves.copy", { count: locks.late.length })}
        </CopyButton>
      </div>
    </Card>
  );
}
