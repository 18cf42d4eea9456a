import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = { subject: string; body: string; supportUrl: string };

/** The three acts of handing a request over in impact.com's own form. */
export function RequestByHand({ subject, body, supportUrl }: Props) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("receipt.byHand.title")}
        </Text>
        <div style={{ width: "100%" }}>
          <CopyText label={t("receipt.byHand.copy")} text={`${subject}\n\n${body}`} />
        </div>
        <Text as="p">{t("receipt.byHand.open")}</Text>
        <Button url={supportUrl} target="_blank">
          {t("receipt.byHand.link")}
        </Button>
        <Text as="p">{t("receipt.byHand.number")}</Text>
      </BlockStack>
    </Card>
  );
}
