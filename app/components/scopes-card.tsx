import { BlockStack, Card, DescriptionList, Text } from "@shopify/polaris";
import { useTranslator } from "./translator.tsx";

/** The categories as impact.com's token page lists them; ActionUpdates tells when an action was reversed. */
const SCOPES = [
  "CompanyInformation",
  "Campaigns",
  "Contracts",
  "Actions",
  "ActionUpdates",
  "Invoices",
  "Catalogs",
] as const;

/** Which read scopes the token needs, each with its reason: never more than that. */
export function ScopesCard() {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("connect.scopes")}
        </Text>
        <DescriptionList
          items={SCOPES.map((scope) => ({
            term: t(`resource.${scope}`),
            description: t(`connect.reason.${scope}`),
          }))}
        />
      </BlockStack>
    </Card>
  );
}
