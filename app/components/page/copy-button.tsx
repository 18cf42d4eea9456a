import { Button } from "@shopify/polaris";
import { type ComponentProps, useState } from "react";
import { useTranslator } from "./translator.tsx";

type Props = Pick<ComponentProps<typeof Button>, "icon" | "variant"> & {
  children: string;
  /** What is copied, made when it is asked for. */
  made: () => string;
};

/** Copies a text. Where the browser does not let the frame write to the clipboard, it stands there, selected. */
export function CopyButton({ children, made, ...looks }: Props) {
  const { t } = useTranslator();
  const [shown, show] = useState<string | null>(null);
  const copy = async () => {
    const text = made();
    try {
      await navigator.clipboard.writeText(text);
      window.shopify?.toast.show(t("common.copied"));
    } catch {
      show(text);
    }
  };
  return shown === null ? (
    <Button {...looks} onClick={copy}>
      {children}
    </Button>
  ) : (
    <textarea
      className="copied"
      readOnly
      rows={1}
      value={shown}
      aria-label={children}
      ref={(field) => field?.select()}
    />
  );
}
