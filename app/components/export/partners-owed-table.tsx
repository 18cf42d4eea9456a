import { DataTable } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { OwedShareJson, PartnersOwedReport } from "#app/domain/index.ts";

/** `isLeast`: rows that could not be read may say that a partner is owed more. */
type Props = { report: PartnersOwedReport; currency: string; isLeast: boolean };

/** One line a partner, the most owed first; the sums are those of all lines. */
export function PartnersOwedTable({ report, currency, isLeast }: Props) {
  const { t, money, shortDate } = useTranslator();
  const whole = (amount: string) =>
    isLeast ? t("common.atLeast", { amount: money(amount, currency) }) : money(amount, currency);
  const section = useRef<HTMLElement>(null);
  // Polaris' table scrolls sideways on a phone but cannot be reached by keyboard; it offers no property for it.
  useEffect(() => {
    section.current?.querySelector(".Polaris-DataTable__ScrollContainer")?.setAttribute("tabindex", "0");
  });
  const share = ({ amount, count }: OwedShareJson) =>
    count === 0 ? "–" : t("owed.share", { amount: money(amount, currency), count });
  const days = ({ firstLock, lastLock, undated }: OwedShareJson): string => {
    if (firstLock === null || lastLock === null)
      return undated === 0 ? "–" : t("owed.undated", { count: undated });
    const span =
      firstLock === lastLock
        ? shortDate(firstLock)
        : t("owed.until", { first: shortDate(firstLock), last: shortDate(lastLock) });
    return undated === 0 ? span : t("owed.dated", { days: span, count: undated });
  };
  return (
    <section aria-label={t("owed.scroll")} ref={section}>
      <DataTable
        columnContentTypes={["text", "numeric", "text", "numeric", "numeric"]}
        headings={[
          t("owed.col.partner"),
          t("owed.col.pending"),
          t("owed.col.locks"),
          t("owed.col.locked"),
          t("owed.col.total"),
        ]}
        rows={report.partners.map(({ partner, pending, locked, total }) => [
          <bdi key={partner} className="name">
            {partner}
          </bdi>,
          share(pending),
          days(pending),
          share(locked),
          whole(total),
        ])}
        totals={["", whole(report.pending), "", whole(report.locked), whole(report.total)]}
        totalsName={{ singular: t("owed.sum"), plural: t("owed.sum") }}
        showTotalsInFooter
      />
    </section>
  );
}
