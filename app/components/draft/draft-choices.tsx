import { BlockStack, Button, Checkbox, Text, TextField } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { Draft } from "./use-draft.ts";

type Props = {
  savedDraft: Draft;
  /** The first day closing is likely possible; null while it is not known. */
  earliest: string | null;
  /** A partner account has no refund to ask for. */
  refundable: boolean;
};

/** What the merchant wants besides the closing; the text Settled writes follows it, a text of their own does not. */
export function DraftChoices({ savedDraft: { content, write }, earliest, refundable }: Props) {
  const { t, date } = useTranslator();
  return (
    <>
      {content.body === null ? null : (
        <BlockStack gap="100" inlineAlign="start">
          <Text as="p" tone="subdued">
            {t("draft.edited")}
          </Text>
          <Button variant="plain" onClick={() => write({ body: null })}>
            {t("draft.startOver")}
          </Button>
        </BlockStack>
      )}
      <TextField
        label={t("draft.wantedOn")}
        name="wantedOn"
        type="date"
        value={content.wantedOn ?? ""}
        onChange={(day) => write({ wantedOn: day === "" ? null : day })}
        autoComplete="off"
        helpText={earliest ? t("draft.wantedOnFrom", { on: date(earliest) }) : t("draft.wantedOnHelp")}
      />
      {refundable ? (
        <Checkbox
          label={t("draft.leaveOutRefund")}
          helpText={t("draft.leaveOutRefundHelp")}
          name="leaveOutRefund"
          value="yes"
          checked={!content.claimRefund}
          onChange={(leaveOut) => write({ claimRefund: !leaveOut })}
        />
      ) : null}
    </>
  );
}
