import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { isClosed } from "#app/domain/request/transitions.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";
import { nextSteps, textsToSend } from "./request-next.ts";

/** Where the request stands and what is due. Says "closed" by evidence only (G19). */
export function RequestReceipt({ receipt }: { receipt: RequestView }) {
  const translator = useTranslator();
  const { t, instant } = translator;
  const { status, state, recipient, sentAt, timeZone } = receipt;
  const when = sentAt ? instant(sentAt, timeZone) : "";
  return (
    <Card>
      <BlockStack gap="200">
        <div role="status">
          <Text as="h2" variant="headingMd">
            {t(`receipt.state.${status}`, { recipient, when })}
          </Text>
        </div>
        {receipt.ticketNumber ? (
          <Text as="p">{t("receipt.ticketNumber", { number: receipt.ticketNumber })}</Text>
        ) : null}
        {isClosed(state) ? null : (
          <Text as="p" fontWeight="semibold">
            {t(receipt.isBilled ? "receipt.notClosed" : "receipt.notClosed.partner")}
          </Text>
        )}
        {textsToSend(receipt, translator).map(({ label, text }) => (
          <CopyText key={label} label={label} text={text} />
        ))}
        <Text as="h3" variant="headingSm">
          {t("receipt.next")}
        </Text>
        <List>
          {nextSteps(receipt, translator).map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
          <List.Item>{t("receipt.uninstall")}</List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}
