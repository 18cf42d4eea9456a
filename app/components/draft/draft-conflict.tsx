import { Banner, BlockStack, Box, Button, InlineGrid, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { DraftContent } from "#app/ports/index.ts";
import { type DraftField, differences } from "#app/services/drafts/draft-content.ts";
import { fieldName, fieldText } from "./draft-words.ts";
import type { Draft } from "./use-draft.ts";

/** Both versions side by side where they differ, the same size and none of them chosen beforehand. */
export function DraftConflict({
  savedDraft: { savedDraft, choose },
  timeZone,
}: {
  savedDraft: Draft;
  timeZone: string;
}) {
  const { t, instant } = useTranslator();
  const box = useRef<HTMLDivElement>(null);
  const { conflict, saved } = savedDraft;
  const id = conflict?.id;
  useEffect(() => {
    if (id) box.current?.focus();
  }, [id]);
  if (!conflict || !saved) return null;
  const fields = differences(savedDraft.content, conflict.content);
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone="warning" title={t("draft.conflict")}>
        <BlockStack gap="300">
          <Text as="p">{t("draft.conflictText")}</Text>
          <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
            <Version
              title={t("draft.version.saved", { by: saved.by, when: instant(saved.at, timeZone) })}
              content={savedDraft.content}
              fields={fields}
              action={t("draft.keepSaved")}
              onChoose={() => void choose(conflict.id, "current")}
            />
            <Version
              title={t("draft.version.late", { by: conflict.by, when: instant(conflict.at, timeZone) })}
              content={conflict.content}
              fields={fields}
              action={t("draft.takeLate")}
              onChoose={() => void choose(conflict.id, "aside")}
            />
          </InlineGrid>
        </BlockStack>
      </Banner>
    </div>
  );
}

type VersionProps = {
  title: string;
  content: DraftContent;
  fields: DraftField[];
  action: string;
  onChoose: () => void;
};

function Version({ title, content, fields, action, onChoose }: VersionProps) {
  const translator = useTranslator();
  return (
    <Box padding="300" background="bg-surface" borderRadius="200" borderWidth="025" borderColor="border">
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        {fields.map((field) => (
          <div key={field}>
            <Text as="p" tone="subdued">
              {fieldName(field, translator.t)}
            </Text>
            <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              <bdi>{fieldText(field, content, translator)}</bdi>
            </div>
          </div>
        ))}
        <Button onClick={onChoose}>{action}</Button>
      </BlockStack>
    </Box>
  );
}
