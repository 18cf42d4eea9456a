import { Button } from "@shopify/polaris";
import { type ComponentProps, useState } from "react";
import { useTranslator } from "./translator.tsx";

type Props = { text: string; icon: ComponentProps<typeof Button>["icon"]; link: () => string };

/** Copies a link. Where the browser lets the frame not write to the clipboard, the link stands there, selected. */
export function CopyLink({ text, icon, link }: Props) {
  const { t } = useTranslator();
  const [shown, show] = useState<string | null>(null);
  const copy = async () => {
    const made = link();
    try {
      await navigator.clipboard.writeText(made);
      window.shopify?.toast.show(t("common.linkCopied"));
    } catch {
      show(made);
    }
  };
  if (shown !== null)
    return (
      <input
        className="copy-link"
        readOnly
        value={shown}
        aria-label={text}
        ref={(field) => field?.select()}
      />
    );
  return (
    <Button variant="plain" {...(icon && { icon })} onClick={copy}>
      {text}
    </Button>
  );
}
