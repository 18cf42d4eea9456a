import { useFetcher } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { alertText } from "#app/messages/alert-text.ts";
import type { ShownAlert } from "#app/services/alerts/show-alerts.server.ts";

/** The first crossing that nobody has put away; the next one follows when it is. */
export function AlertNews({ alerts }: { alerts: ShownAlert[] }) {
  const words = useTranslator();
  const { t } = words;
  const fetcher = useFetcher();
  const [first] = alerts;
  if (!first) return null;
  const dismiss = () =>
    fetcher.submit(
      { intent: "seen", alert: first.news.alert, at: first.at },
      { method: "post", action: "/app/setup/alerts" },
    );
  return (
    <Banner
      tone="info"
      title={t("alerts.news.title", { count: alerts.length })}
      onDismiss={dismiss}
      action={{ content: t("alerts.open"), url: "/app/setup/alerts" }}
    >
      <p>{alertText(first.news, words)}</p>
    </Banner>
  );
}
