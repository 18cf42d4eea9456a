import { Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Draft } from "./use-draft.ts";

/** Whether what was entered is saved, since when and by whom. */
export function DraftStatus({
  savedDraft: { savedDraft, status, save },
  timeZone,
}: {
  savedDraft: Draft;
  timeZone: string;
}) {
  const { t, instant } = useTranslator();
  const { saved } = savedDraft;
  const words = {
    saving: t("draft.saving"),
    failed: t("draft.failed"),
    refused: t("draft.refused"),
    changed: t("draft.changed"),
    "too-many": t("draft.tooMany"),
    idle: savedDraft.conflict
      ? t("draft.conflict")
      : saved
        ? t("draft.saved", { by: saved.by, when: instant(saved.at, timeZone) })
        : t("draft.none"),
  }[status];
  return (
    <InlineStack gap="200" blockAlign="center">
      <div role="status">
        <Text as="p" tone={status === "failed" || status === "refused" ? "critical" : "subdued"}>
          {words}
        </Text>
      </div>
      {status === "failed" ? (
        <Button variant="plain" onClick={() => void save()}>
          {t("draft.tryAgain")}
        </Button>
      ) : null}
    </InlineStack>
  );
}
