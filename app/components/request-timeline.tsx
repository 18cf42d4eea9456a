import { BlockStack, Card, List, Text } from "@shopify/polaris";
import type { RequestView } from "#app/services/closing/show-request.server.ts";
import { useTranslator } from "./translator.tsx";

/** What happened, when, by whom, and how sure we are of it. */
export function RequestTimeline({ events, timeZone }: Pick<RequestView, "events" | "timeZone">) {
  const { t, instant } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("receipt.history")}
        </Text>
        <List>
          {events.map((event) => (
            <List.Item key={event.at + event.trigger}>
              {instant(event.at, timeZone)}: {t(`receipt.event.${event.trigger}`, { to: event.to })}
              <Text as="p" tone="subdued">
                {t(`receipt.by.${event.by}`)} · {t(`receipt.level.${event.level}`)}
              </Text>
              {event.ticketNumber ? (
                <Text as="p">{t("receipt.ticketNumber", { number: event.ticketNumber })}</Text>
              ) : null}
              {event.said ? <Text as="p">{t("status.said", { said: event.said })}</Text> : null}
              {event.words ? (
                <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  <bdi>{event.words}</bdi>
                </div>
              ) : null}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
