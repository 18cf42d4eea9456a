import { BlockStack, Card, Checkbox, Text, TextField } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { DraftChoices } from "./draft-choices.tsx";
import type { Draft } from "./use-draft.ts";

type Props = {
  savedDraft: Draft;
  earliest: string | null;
  refundable: boolean;
  /** There is no channel: the merchant sends it in any case. */
  assistedOnly: boolean;
  reasonError: string | undefined;
};

/** Everything the merchant may say beside the text; none of it is required. */
export function ReviewChoices({ savedDraft, assistedOnly, reasonError, ...choices }: Props) {
  const { t } = useTranslator();
  const { content, write } = savedDraft;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("review.part.choices")}
        </Text>
        <DraftChoices savedDraft={savedDraft} {...choices} />
        <TextField
          label={t("review.reason")}
          name="reason"
          value={content.reason ?? ""}
          onChange={(text) => write({ reason: text === "" ? null : text })}
          autoComplete="off"
          multiline={2}
          helpText={t("review.reasonHelp")}
          error={reasonError}
        />
        {assistedOnly ? null : (
          <Checkbox
            label={t("review.byHand")}
            helpText={t("review.byHandHelp")}
            name="byHand"
            value="yes"
            checked={content.byHand}
            onChange={(next) => write({ byHand: next })}
          />
        )}
      </BlockStack>
    </Card>
  );
}
