import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";
import { AgencyBrands } from "./agency-brands.tsx";
import { AgencySteps } from "./agency-steps.tsx";

type Props = { agency: AgencyPage; supportUrl: string; timeZone: string };

/** An agency's own account has no closing steps anywhere; each brand's has, by that brand's own token. */
export function AgencyClose({ agency, supportUrl, timeZone }: Props) {
  const { t } = useTranslator();
  return (
    <>
      <AgencySteps
        title={t("agency.close.brand")}
        last={t("agency.close.brand3")}
        connect={t("agency.connect")}
      />
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
