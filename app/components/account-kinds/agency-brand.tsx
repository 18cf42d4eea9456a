import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PATH_TASKS } from "#app/domain/closing-path/path-tasks.ts";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";

type Brand = NonNullable<AgencyPage["brands"]>[number];

/** A brand's closing advice: what its agency's list says of it, what must be done in it, and how it is shown here. */
export function AgencyBrand({ brand }: { brand: Brand }) {
  const { t, date } = useTranslator();
  return (
    <BlockStack gap="400">
      {brand.state === "DELINQUENT" ? (
        <Banner tone="critical" title={t("agency.state.DELINQUENT")}>
          <p>{t("agency.brand.delinquent")}</p>
        </Banner>
      ) : null}
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("agency.brand.own")}
          </Text>
          <Text as="p">
            {brand.createdOn
              ? t("agency.brand.since", { on: date(brand.createdOn) })
              : t("agency.brand.sinceUnknown")}
          </Text>
          <List type="number">
            <List.Item>{t("agency.close.brand1")}</List.Item>
            <List.Item>{t("agency.close.brand2")}</List.Item>
            <List.Item>{t("agency.brand.then")}</List.Item>
          </List>
          <InlineStack gap="300">
            <Button variant="primary" url="/app/setup/connect">
              {t("agency.brand.connect")}
            </Button>
            <Button url="/app/setup">{t("agency.close.disconnect")}</Button>
          </InlineStack>
          <Text as="p">{t("agency.close.without")}</Text>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t("agency.brand.tasks")}
          </Text>
          <Text as="p">{t("agency.brand.tasksHelp")}</Text>
          <List>
            {PATH_TASKS["starter-ticket"].map((key) => (
              <List.Item key={key}>{t(`close.task.${key}`)}</List.Item>
            ))}
          </List>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
