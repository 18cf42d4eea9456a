import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

/** The ways to take the data along; they stand beside the tasks, because closing never waits for them. */
export function ExportLinks({ owesPartners }: { owesPartners: boolean }) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Link url="/app/export">{t("export.link")}</Link>
        <Text as="p" tone="subdued">
          {t("export.linkHelp")}
        </Text>
        {owesPartners ? <Link url="/app/export/partners">{t("owed.link")}</Link> : null}
      </BlockStack>
    </Card>
  );
}
