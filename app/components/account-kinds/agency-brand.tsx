import { Banner, BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PATH_TASKS } from "#app/domain/closing-path/path-tasks.ts";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";
import { AgencySteps } from "./agency-steps.tsx";

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
      <AgencySteps
        title={t("agency.brand.own")}
        about={
          brand.createdOn
            ? t("agency.brand.since", { on: date(brand.createdOn) })
            : t("agency.brand.sinceUnknown")
        }
        last={t("agency.brand.then")}
        connect={t("agency.brand.connect")}
      />
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
