import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";
import { AgencyBrands } from "./agency-brands.tsx";

type Props = { agency: AgencyPage; supportUrl: string; timeZone: string };

/** An agency's own account has no closing steps anywhere; each brand's has, by that brand's own token. */
export function AgencyClose({ agency, supportUrl, timeZone }: Props) {
  const { t } = useTranslator();
  return (
    <>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("agency.close.brand")}
          </Text>
          <List type="number">
            <List.Item>{t("agency.close.brand1")}</List.Item>
            <List.Item>{t("agency.close.brand2")}</List.Item>
            <List.Item>{t("agency.close.brand3")}</List.Item>
          </List>
          <Text as="p">{t("agency.close.without")}</Text>
          <InlineStack gap="300">
            <Button variant="primary" url="/app/setup/connect">
              {t("agency.connect")}
            </Button>
            <Button url="/app/setup">{t("agency.close.disconnect")}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
      <AgencyBrands agency={agency} timeZone={timeZone} />
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("agency.close.own")}
          </Text>
          <Text as="p">{t("agency.close.ownText")}</Text>
          <Button url={supportUrl} target="_blank">
            {t("receipt.byHand.link")}
          </Button>
        </BlockStack>
      </Card>
    </>
  );
}
