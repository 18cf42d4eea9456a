import { BlockStack, Card, List, Text } from "@shopify/polaris";
import type { RequestView } from "#app/services/closing/show-request.server.ts";
import { useTranslator } from "./translator.tsx";

/** What was handed over, whether it was accepted, and what comes next. Never says "closed" (G19). */
export function RequestReceipt({ receipt }: { receipt: RequestView }) {
  const { t, instant, date } = useTranslator();
  const { state, recipient, sentAt, timeZone, events, earliestClosing, refundBy } = receipt;
  const when = sentAt ? instant(sentAt, timeZone) : "";
  return (
    <>
      <Card>
        <BlockStack gap="200">
          <div role="status">
            <Text as="h2" variant="headingMd">
              {t(`receipt.state.${state}`, { recipient, when })}
            </Text>
          </div>
          <Text as="p" fontWeight="semibold">
            {t("receipt.notClosed")}
          </Text>
          <Text as="h3" variant="headingSm">
            {t("receipt.next")}
          </Text>
          <List>
            {earliestClosing ? (
              <List.Item>{t("receipt.nextClosing", { on: date(earliestClosing) })}</List.Item>
            ) : null}
            {refundBy ? <List.Item>{t("receipt.nextRefund", { on: date(refundBy) })}</List.Item> : null}
            <List.Item>{t("receipt.nextAnswer")}</List.Item>
            <List.Item>{t("receipt.uninstall")}</List.Item>
          </List>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t("receipt.history")}
          </Text>
          <List>
            {events.map((event) => (
              <List.Item key={event.at + event.trigger}>
                {instant(event.at, timeZone)}: {t(`receipt.event.${event.trigger}`, { to: event.to })}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t("receipt.text")}
          </Text>
          <Text as="p" fontWeight="semibold">
            {receipt.subject}
          </Text>
          <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{receipt.body}</div>
        </BlockStack>
      </Card>
    </>
  );
}
