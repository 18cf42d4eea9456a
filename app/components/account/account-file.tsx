import { BlockStack, Card, Text } from "@shopify/polaris";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";

/** Saves the account's file when asked for: the page itself shows sums and holds no single action. */
export function AccountFileCard() {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="p" tone="subdued">
          {t("ledger.exportHelp")}
        </Text>
        <DownloadButton label={t("ledger.export")} href="/app/ledger/file" />
      </BlockStack>
    </Card>
  );
}
