import { Card, DataTable, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PreviewReport } from "#app/domain/index.ts";
import { useProvenanceText } from "./provenance.tsx";
import { Why } from "./why.tsx";

/** The month of a sign-up on the 1st, of which nobody knows whether it has a fee (G4). */
const isMaybe = ({ method }: { method: { id: string } }) => method.id === "core.preview.method.maybe";

/** Month by month: what is certain (the minimum), what is likely, and when the card is charged for it. */
export function FeeTable({ preview }: { preview: PreviewReport }) {
  const { t, money, month, shortDate } = useTranslator();
  const { currency, thisMonth, months, plan } = preview;
  const provenance = useProvenanceText();
  const section = useRef<HTMLElement>(null);
  // Polaris' table scrolls sideways on a phone but cannot be reached by keyboard; it offers no property for it.
  useEffect(() => {
    section.current?.querySelector(".Polaris-DataTable__ScrollContainer")?.setAttribute("tabindex", "0");
  });
  const orUnknown = (amount: string | null) =>
    amount === null ? t("common.unknown") : money(amount, currency);
  const rows = [{ ...thisMonth, partnerCost: null, cardCharges: null }, ...months].map((each, index) => [
    <span key={each.month} className="one-line">
      {month(each.month)}
    </span>,
    each.chargedOn === null ? t("fees.noFee") : isMaybe(each) ? "–" : money(plan.minimumFee, currency),
    each.chargedOn === null
      ? t("fees.noFee")
      : isMaybe(each)
        ? rangeText(each.fee)
        : each.fee.likely === null
          ? t("common.atLeast", { amount: money(each.fee.low, currency) })
          : t("common.about", { amount: money(each.fee.likely, currency) }),
    rangeText(each.fee),
    each.chargedOn === null ? "–" : shortDate(each.chargedOn),
    index === 0 ? "–" : orUnknown(each.partnerCost),
    index === 0 ? "–" : orUnknown(each.cardCharges),
  ]);
  function rangeText(fee: PreviewReport["thisMonth"]["fee"]): string {
    if (fee.high === null) return t("common.atLeast", { amount: money(fee.low, currency) });
    return fee.high === fee.low
      ? money(fee.low, currency)
      : t("common.range", { low: money(fee.low, currency), high: money(fee.high, currency) });
  }
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t("fees.table")}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {provenance({ kind: "estimate", assumptions: preview.assumptions })}
      </Text>
      <section aria-label={t("fees.scroll")} ref={section}>
        <DataTable
          columnContentTypes={["text", "numeric", "numeric", "numeric", "text", "numeric", "numeric"]}
          headings={[
            t("fees.col.month"),
            t("fees.col.minimum"),
            t("fees.col.fee"),
            t("fees.col.range"),
            t("fees.col.charged"),
            t("fees.col.partner"),
            t("fees.col.card"),
          ]}
          rows={rows}
        />
      </section>
      <Text as="p" tone="subdued">
        {t("fees.thisMonthInLedger")}
      </Text>
      <Why figure="preview.months.0.fee.low" label={t("fees.table")} />
    </Card>
  );
}
