import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

/** The exact text that impact.com got. */
export function RequestText({ subject, body }: { subject: string; body: string }) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("receipt.text")}
        </Text>
        <Text as="p" fontWeight="semibold">
          {subject}
        </Text>
        <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{body}</div>
      </BlockStack>
    </Card>
  );
}
