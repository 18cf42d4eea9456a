import { Text } from "@shopify/polaris";
import { useTranslator } from "./translator.tsx";
import type { DownloadState } from "./use-download.ts";

/** Whether a file was saved, where a screen reader hears it too. */
export function DownloadStatus({ state }: { state: DownloadState }) {
  const { t } = useTranslator();
  return (
    <div role="status">
      {state.kind === "failed" ? (
        <Text as="p" tone="critical">
          {t("download.failed")}
        </Text>
      ) : null}
      {state.kind === "saved" ? <Text as="p">{t("download.ready", { file: state.fileName })}</Text> : null}
    </div>
  );
}
