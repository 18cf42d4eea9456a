import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useLookAgain } from "#app/components/page/use-look-again.ts";
import type { PageView } from "#app/http/page-view.server.ts";

/** How far the first reading of the account's actions has come: windows of days done, of windows planned. */
export function SyncProgress({ sync }: { sync: PageView["sync"] }) {
  const { t } = useTranslator();
  const shown = sync?.first === true;
  useLookAgain(shown);
  if (!sync || !shown) return null;
  const percent = sync.planned === 0 ? 0 : Math.floor((100 * sync.done) / sync.planned);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" id="sync-title">
          {t("sync.title")}
        </Text>
        <ProgressBar progress={percent} size="small" ariaLabelledBy="sync-title" />
        <Text as="p" tone="subdued">
          {t("sync.progress", { done: sync.done, planned: sync.planned })}
        </Text>
      </BlockStack>
    </Card>
  );
}
