import { BlockStack, Card, DescriptionList, Text } from "@shopify/polaris";
import { SCOPES } from "#app/ports/index.ts";
import { useTranslator } from "./translator.tsx";

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
