import { Banner } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { OverdueReport } from "#app/domain/index.ts";

/**
 * What is overdue, since when, and what follows after 60 days: the first thing on a page where there is something. Brief,
 * without what follows, for who leaves anyhow.
 */
export function OverdueBanner({
  overdue,
  brief = false,
}: {
  overdue: OverdueReport | null;
  brief?: boolean;
}) {
  const { t, money, date } = useTranslator();
  if (overdue?.overdue.state !== "overdue") return null;
  const { amount, invoices, since, days, suspensionFrom } = overdue.overdue;
  const values = { amount: money(amount, overdue.currency), invoices, on: date(since), days };
  // ISO dates sort as text.
  const isLate = suspensionFrom <= overdue.asOf;
  return (
    <Banner
      tone="critical"
      title={t("overdue.title", values)}
      action={{ content: t("overdue.link"), url: "/app/close/settle-invoices" }}
    >
      {brief ? null : (
        <p>{t(isLate ? "overdue.suspended" : "overdue.suspension", { on: date(suspensionFrom) })}</p>
      )}
    </Banner>
  );
}
