import { BlockStack, TextField } from "@shopify/polaris";
import { CopyButton } from "./copy-button.tsx";
import { useTranslator } from "./translator.tsx";

type Props = { label: string; text: string; primary?: boolean };

/** A ready text to copy; focusing it selects all of it, so that it can be copied without the button too. */
export function CopyText({ label, text, primary = false }: Props) {
  const { t } = useTranslator();
  return (
    <BlockStack gap="200" inlineAlign="start">
      <div className="copy-text">
        <TextField label={label} value={text} autoComplete="off" multiline={6} readOnly selectTextOnFocus />
      </div>
      <CopyButton made={() => text} {...(primary && { variant: "primary" as const })}>
        {t("common.copy")}
      </CopyButton>
    </BlockStack>
  );
}
