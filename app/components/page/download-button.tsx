import { BlockStack, Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { noteSignedOut } from "#app/components/answers/held-answers.ts";
import { useTranslator } from "./translator.tsx";

type Props = {
  label: string;
  /** An address of the app. It is fetched by script, because a plain link would carry no session token. */
  href: string;
  onSaved?: (headers: Headers) => void;
  /** As a link among links. */
  plain?: boolean;
};
type State = { kind: "idle" } | { kind: "busy" } | { kind: "failed" } | { kind: "saved"; fileName: string };

/** Fetches a file and saves it; says so, or that it did not work, beside the button. */
export function DownloadButton({ label, href, onSaved, plain = false }: Props) {
  const { t } = useTranslator();
  const [state, setState] = useState<State>({ kind: "idle" });
  const download = async () => {
    setState({ kind: "busy" });
    try {
      const answer = await fetch(href);
      if (answer.status === 401) noteSignedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      const fileName = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
      save(await answer.blob(), fileName);
      onSaved?.(answer.headers);
      setState({ kind: "saved", fileName });
    } catch {
      setState({ kind: "failed" });
    }
  };
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Button
        loading={state.kind === "busy" && !plain}
        onClick={download}
        {...(plain && { variant: "plain" as const })}
      >
        {label}
      </Button>
      <div role="status">
        {state.kind === "failed" ? (
          <Text as="p" tone="critical">
            {t("download.failed")}
          </Text>
        ) : null}
        {state.kind === "saved" ? <Text as="p">{t("download.ready", { file: state.fileName })}</Text> : null}
      </div>
    </BlockStack>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
