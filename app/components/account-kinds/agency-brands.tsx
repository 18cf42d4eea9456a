import { BlockStack, Card, IndexTable, Link, Text } from "@shopify/polaris";
import { useProvenanceText } from "#app/components/account/provenance.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";

/** The brand accounts impact.com lists for an agency. */
export function AgencyBrands({ agency: { brands, at }, timeZone }: { agency: AgencyPage; timeZone: string }) {
  const { t, date } = useTranslator();
  const source = useProvenanceText();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("agency.brands")}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {source(at ? { kind: "checked", at, timeZone } : { kind: "unknown" })}
          </Text>
        </BlockStack>
        {brands?.length === 0 ? <Text as="p">{t("agency.brandsNone")}</Text> : null}
        {brands && brands.length > 0 ? (
          <IndexTable
            selectable={false}
            itemCount={brands.length}
            headings={[
              { title: t("agency.brand") },
              { title: t("agency.state") },
              { title: t("agency.signedUp") },
              { title: t("agency.currency") },
            ]}
          >
            {brands.map(({ id, name, state, createdOn, currency }, position) => (
              <IndexTable.Row key={id} id={id} position={position}>
                <IndexTable.Cell>
                  <Link url={`/app/close/brand/${encodeURIComponent(id)}`} dataPrimaryLink>
                    <bdi>{name}</bdi>
                  </Link>
                </IndexTable.Cell>
                <IndexTable.Cell>{t(`agency.state.${state}`)}</IndexTable.Cell>
                <IndexTable.Cell>{createdOn ? date(createdOn) : t("common.unknown")}</IndexTable.Cell>
                <IndexTable.Cell>{currency ?? t("common.unknown")}</IndexTable.Cell>
              </IndexTable.Row>
            ))}
          </IndexTable>
        ) : null}
      </BlockStack>
    </Card>
  );
}
