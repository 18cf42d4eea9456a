import { BlockStack, TextField } from "@shopify/polaris";
import { CopyButton } from "./copy-button.tsx";
import { useTranslator } from "./translator.tsx";

/** `lang`: where the text is in another language than the page. */
type Props = { label: string; text: string; lang?: string; primary?: boolean };

/** A ready text to copy; focusing it selects all of it, so that it can be copied without the button too. */
export function CopyText({ label, text, lang, primary = false }: Props) {
  const { t, locale } = useTranslator();
  return (
    <BlockStack gap="200" inlineAlign="start">
      <div className="copy-text" lang={lang}>
        <TextField
          label={<span lang={locale}>{label}</span>}
          value={text}
          autoComplete="off"
          multiline={6}
          readOnly
          selectTextOnFocus
        />
      </div>
      <CopyButton made={() => text} {...(primary && { variant: "primary" as const })}>
        {t("common.copy")}
      </CopyButton>
    </BlockStack>
  );
}
