import { BlockStack, Card, Text } from "@shopify/polaris";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import { failureText, nextTryText } from "#app/messages/failure-text.ts";
import { ReadingBar } from "#later/account/reading-bar";

type Props = {
  sync: PageView["sync"];
  timeZone: string;
  /** The page says by itself which checks failed: why this one did is not said twice. */
  hasReasons?: boolean;
};

/** How far the first reading of the account's actions has come, or why it does not go on and when it will. */
export function SyncProgress({ sync, timeZone, hasReasons = false }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const shown = sync?.first === true;
  const work = useBackgroundWork(shown && sync.stopped === null ? "what=reading" : null, "reading");
  if (!sync || !shown) return null;
  const { stopped } = sync;
  const { done, planned } = work?.stage === "reading" ? work : sync;
  if (stopped) {
    if (hasReasons) return null;
    const next = stopped.nextTryAt && nextTryText(stopped.failure, stopped.nextTryAt, translator, timeZone);
    return (
      <Card>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("sync.stopped")}
          </Text>
          <Text as="p">{failureText(stopped.failure, translator, timeZone)}</Text>
          {next ? <Text as="p">{next}</Text> : null}
          <Text as="p">{t("sync.stoppedAt", { done, planned })}</Text>
        </BlockStack>
      </Card>
    );
  }
  const percent = planned === 0 ? 0 : Math.floor((100 * done) / planned);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" id="sync-title">
          {t("sync.title")}
        </Text>
        <Later>
          <ReadingBar percent={percent} />
        </Later>
        <Text as="p" tone="subdued">
          {t("sync.progress", { done, planned })}
        </Text>
      </BlockStack>
    </Card>
  );
}
