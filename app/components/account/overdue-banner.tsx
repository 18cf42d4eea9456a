import { Banner, Button } from "@shopify/polaris";
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
  const [title, link] = [t("overdue.title", values), t("overdue.link")];
  const url = "/app/close/settle-invoices";
  // Polaris leaves a line for the text above an action, also where there is none.
  if (brief)
    return (
      <Banner tone="critical" title={title}>
        <Button url={url}>{link}</Button>
      </Banner>
    );
  return (
    <Banner tone="critical" title={title} action={{ content: link, url }}>
      <p>{t(isLate ? "overdue.suspended" : "overdue.suspension", { on: date(suspensionFrom) })}</p>
    </Banner>
  );
}
