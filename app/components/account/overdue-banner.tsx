import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { OverdueReport } from "#app/domain/index.ts";

type Props = {
  overdue: OverdueReport | null;
  /** impact.com's page of invoices. */
  payUrl?: string | undefined;
  brief?: boolean;
};

/**
 * What is overdue, since when, and what follows after 60 days: the first thing on a page where there is something. Brief,
 * without what follows, for who leaves anyhow.
 */
export function OverdueBanner({ overdue, payUrl, brief = false }: Props) {
  const { t, money, date } = useTranslator();
  if (overdue?.overdue.state !== "overdue") return null;
  const { amount, invoices, since, days, suspensionFrom } = overdue.overdue;
  const values = { amount: money(amount, overdue.currency), invoices, on: date(since), days };
  // ISO dates sort as text.
  const isLate = suspensionFrom <= overdue.asOf;
  const [title, link] = [t("overdue.title", values), t("overdue.link")];
  const url = "/app/close/settle-invoices";
  // Polaris leaves a line for the text above its own actions, also where there is none.
  return (
    <Banner tone="critical" title={title}>
      <BlockStack gap="200">
        {brief ? null : (
          <p>{t(isLate ? "overdue.suspended" : "overdue.suspension", { on: date(suspensionFrom) })}</p>
        )}
        <InlineStack gap="200">
          {payUrl === undefined ? null : (
            <Button url={payUrl} target="_blank" icon={ExternalIcon}>
              {t("overdue.pay")}
            </Button>
          )}
          <Button url={url}>{link}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
