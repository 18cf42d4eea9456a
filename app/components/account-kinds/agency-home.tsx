import { BlockStack, Button, Card, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { AgencyBrands } from "./agency-brands.tsx";

/** The brands of an agency account, and plainly what Settled does and does not do for it. */
export function AgencyHome({ agency, ...when }: Parameters<typeof AgencyBrands>[0]) {
  const { t } = useTranslator();
  return (
    <BlockStack gap="400">
      <AgencyBrands agency={agency} {...when} />
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("agency.can")}
          </Text>
          <List>
            <List.Item>{t("agency.can.list")}</List.Item>
            <List.Item>{t("agency.can.signUp")}</List.Item>
          </List>
          <Text as="h2" variant="headingMd">
            {t("agency.cannot")}
          </Text>
          <List>
            <List.Item>{t("agency.cannot.figures")}</List.Item>
            <List.Item>{t("agency.cannot.close")}</List.Item>
          </List>
          <Text as="p">{t("agency.next")}</Text>
          <Button url="/app/setup/connect">{t("agency.connect")}</Button>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
