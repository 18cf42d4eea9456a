import { BlockStack, Card, DescriptionList, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { SCOPES } from "#app/ports/index.ts";

/** Which read scopes the token needs, each with its reason: never more than that. */
export function ScopesCard() {
  const { t, list } = useTranslator();
  const namesOf = (kind: "partner" | "agency") => list(SCOPES[kind].map((scope) => t(`resource.${scope}`)));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("connect.scopes")}
        </Text>
        <Text as="p">{t("kinds.scopes.found")}</Text>
        <Text as="h3" variant="headingSm">
          {t("kinds.scopes.brand")}
        </Text>
        <DescriptionList
          items={SCOPES.brand.map((scope) => ({
            term: t(`resource.${scope}`),
            description: t(`connect.reason.${scope}`),
          }))}
        />
        <Text as="p">{t("kinds.scopes.partner", { scopes: namesOf("partner") })}</Text>
        <Text as="p">{t("kinds.scopes.agency", { scopes: namesOf("agency") })}</Text>
      </BlockStack>
    </Card>
  );
}
