import { BlockStack, Card, List, Text } from "@shopify/polaris";
import type { RequestView } from "#app/services/closing/show-request.server.ts";
import { CopyText } from "./copy-text.tsx";
import { useTranslator } from "./translator.tsx";

/** In these states it is impact.com's turn. */
const WAITS = new Set<RequestView["state"]>(["ready", "sent", "handed-over", "acknowledged"]);

/** Where the request stands and what is due. Says "closed" by evidence only (G19). */
export function RequestReceipt({ receipt }: { receipt: RequestView }) {
  const { t, instant, date } = useTranslator();
  const { standing, state, recipient, sentAt, timeZone, clock, texts, earliestClosing, refundBy } = receipt;
  const when = sentAt ? instant(sentAt, timeZone) : "";
  const isClosed = state === "closed" || state === "refund-received";
  return (
    <Card>
      <BlockStack gap="200">
        <div role="status">
          <Text as="h2" variant="headingMd">
            {t(`receipt.state.${standing}`, { recipient, when })}
          </Text>
        </div>
        {receipt.ticketNumber ? (
          <Text as="p">{t("receipt.ticketNumber", { number: receipt.ticketNumber })}</Text>
        ) : null}
        {isClosed ? null : (
          <Text as="p" fontWeight="semibold">
            {t(receipt.isBilled ? "receipt.notClosed" : "receipt.notClosed.partner")}
          </Text>
        )}
        {texts.followUp && clock.followUp ? (
          <CopyText label={t("receipt.followUp", { days: clock.followUp })} text={texts.followUp} />
        ) : null}
        {texts.refundLate ? <CopyText label={t("receipt.refundLate")} text={texts.refundLate} /> : null}
        {texts.charged ? <CopyText label={t("receipt.askCharge")} text={texts.charged} /> : null}
        <Text as="h3" variant="headingSm">
          {t("receipt.next")}
        </Text>
        <List>
          {clock.nextOn && !isClosed ? (
            <List.Item>{t("receipt.nextExpected", { on: date(clock.nextOn) })}</List.Item>
          ) : null}
          {earliestClosing && !isClosed ? (
            <List.Item>{t("receipt.nextClosing", { on: date(earliestClosing) })}</List.Item>
          ) : null}
          {refundBy && state !== "refund-received" ? (
            <List.Item>
              {t(isClosed ? "receipt.refundDue" : "receipt.nextRefund", { on: date(refundBy) })}
            </List.Item>
          ) : null}
          {clock.askChargeOn && !clock.askChargeNow ? (
            <List.Item>{t("receipt.askChargeOn", { on: date(clock.askChargeOn) })}</List.Item>
          ) : null}
          {WAITS.has(state) ? <List.Item>{t("receipt.nextAnswer")}</List.Item> : null}
          {state === "needs-something" ? <List.Item>{t("status.answerThem")}</List.Item> : null}
          <List.Item>{t("receipt.uninstall")}</List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}
