import { useRevalidator } from "@remix-run/react";
import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { PageView } from "#app/http/page-view.server.ts";
import { useTranslator } from "./translator.tsx";

/** Milliseconds between two looks at how far the reading has come. */
const LOOK_EVERY = 3_000;

/** How far the first reading of the account's actions has come: windows of days done, of windows planned. */
export function SyncProgress({ sync }: { sync: PageView["sync"] }) {
  const { t } = useTranslator();
  const { revalidate } = useRevalidator();
  const shown = sync?.first === true;
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(revalidate, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [shown, revalidate]);
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
