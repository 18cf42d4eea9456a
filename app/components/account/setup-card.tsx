import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

/** First visit: what the app does, and three ways on, one of which is out. */
export function SetupCard() {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h1" variant="headingLg">
          {t("home.setupTitle")}
        </Text>
        <Text as="p">{t("home.setupBody")}</Text>
        <Text as="p">{t("home.setupReads")}</Text>
        <InlineStack gap="300" wrap>
          <Button variant="primary" url="/app/connect">
            {t("home.setupConnect")}
          </Button>
          <Button url="/app/setup">{t("home.setupWithout")}</Button>
          <Button url="/app/close">{t("home.setupClose")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
