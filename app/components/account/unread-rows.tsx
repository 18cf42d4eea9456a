import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { PageView } from "#app/http/page-view.server.ts";

/** How many rows of which list could not be read, and what that means for the figures. */
export function UnreadRows({ unread }: Pick<PageView, "unread">) {
  const { t } = useTranslator();
  if (unread.length === 0) return null;
  return (
    <Banner tone="warning" title={t("unread.title")}>
      <BlockStack gap="200">
        <List>
          {unread.map(({ resource, count, all }) => {
            const values = { resource: t(`resource.${resource}`), count };
            return (
              <List.Item key={resource}>
                {all === null ? t("unread.row", values) : t("unread.rowOf", { ...values, all })}
              </List.Item>
            );
          })}
        </List>
        <Text as="p">{t("unread.body")}</Text>
      </BlockStack>
    </Banner>
  );
}
