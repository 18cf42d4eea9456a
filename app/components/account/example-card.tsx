import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";

/** impact.com's own worked example (S3): what Settled shows once an account is known. Nothing in it is the merchant's. */
export function ExampleCard() {
  const { t, money, date } = useTranslator();
  const usd = (amount: string) => money(amount, "USD");
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t("example.title")}
          </Text>
          <Badge>{t("example.badge")}</Badge>
        </InlineStack>
        <List>
          <List.Item>{t("example.signUp", { on: date("2026-05-12") })}</List.Item>
          <List.Item>{t("example.costs", { on: date("2026-05-30"), amount: usd("75.00") })}</List.Item>
          <List.Item>{t("example.fee", { on: date("2026-07-01"), amount: usd("30.00") })}</List.Item>
        </List>
        <Text as="p" tone="subdued">
          {t("example.source")}
        </Text>
      </BlockStack>
    </Card>
  );
}
