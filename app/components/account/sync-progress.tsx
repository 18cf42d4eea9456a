import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import type { PageView } from "#app/http/page-view.server.ts";

/** How far the first reading of the account's actions has come: windows of days done, of windows planned. */
export function SyncProgress({ sync }: { sync: PageView["sync"] }) {
  const { t } = useTranslator();
  const shown = sync?.first === true;
  const work = useBackgroundWork(shown ? "what=reading" : null, "reading");
  if (!sync || !shown) return null;
  const { done, planned } = work?.stage === "reading" ? work : sync;
  const percent = planned === 0 ? 0 : Math.floor((100 * done) / planned);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" id="sync-title">
          {t("sync.title")}
        </Text>
        <ProgressBar progress={percent} size="small" ariaLabelledBy="sync-title" />
        <Text as="p" tone="subdued">
          {t("sync.progress", { done, planned })}
        </Text>
      </BlockStack>
    </Card>
  );
}
