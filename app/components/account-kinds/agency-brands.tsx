import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { isSameMinute, useProvenanceText } from "#app/components/account/provenance.tsx";
import { FigureTable } from "#app/components/chart/figure-table.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { AgencyPage } from "#app/http/account-kinds-view.server.ts";

type Props = {
  agency: AgencyPage;
  timeZone: string;
  /** When the page's head says that the account was checked. */
  saidAt?: string | null;
};

/** The brand accounts impact.com lists for an agency. */
export function AgencyBrands({ agency: { brands, at }, timeZone, saidAt }: Props) {
  const { t, date } = useTranslator();
  const source = useProvenanceText();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("agency.brands")}
          </Text>
          {at && isSameMinute(at, saidAt) ? null : (
            <Text as="p" variant="bodySm" tone="subdued">
              {source(at ? { kind: "checked", at, timeZone } : { kind: "unknown" })}
            </Text>
          )}
        </BlockStack>
        {brands?.length === 0 ? <Text as="p">{t("agency.brandsNone")}</Text> : null}
        {brands && brands.length > 0 ? (
          <FigureTable
            name={t("agency.brands")}
            columns={[
              { text: t("agency.brand") },
              { text: t("agency.state") },
              { text: t("agency.signedUp") },
              { text: t("agency.currency") },
            ]}
            sections={[
              {
                rows: brands.map(({ id, name, state, createdOn, currency }) => ({
                  key: id,
                  cells: [
                    <Link key="name" url={`/app/close/brand/${encodeURIComponent(id)}`}>
                      <bdi>{name}</bdi>
                    </Link>,
                    t(`agency.state.${state}`),
                    createdOn ? date(createdOn) : t("common.unknown"),
                    currency ?? t("common.unknown"),
                  ],
                })),
              },
            ]}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}
