import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { deedText, doneByText } from "#app/messages/deed-text.ts";
import type { HistoryView } from "#app/services/history/show-history.server.ts";

/** Who did what with the connection, the choices and the mails: the owner sees it, also of staff and of links. */
export function HistoryCard({ events, timeZone }: { events: HistoryView; timeZone: string }) {
  const { t, instant } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("history.title")}
          </Text>
          <Text as="p" tone="subdued">
            {t("history.help")}
          </Text>
        </BlockStack>
        {events.length === 0 ? <Text as="p">{t("history.none")}</Text> : null}
        {events.map((event) => (
          <BlockStack key={event.id}>
            <Text as="p">{deedText(event, t)}</Text>
            <Text as="p" tone="subdued">
              {instant(event.at, timeZone)} · <bdi>{doneByText(event, t)}</bdi>
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
