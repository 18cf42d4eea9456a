import { BlockStack, Button } from "@shopify/polaris";
import { DownloadStatus } from "./download-status.tsx";
import { useDownload } from "./use-download.ts";

type Props = {
  label: string;
  /** An address of the app. */
  href: string;
  onSaved?: (headers: Headers) => void;
  /** As a link among links. */
  plain?: boolean;
};

/** Saves a file; says so, or that it did not work, beside the button. */
export function DownloadButton({ label, href, onSaved, plain = false }: Props) {
  const { state, download } = useDownload(href, onSaved);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Button
        loading={state.kind === "busy" && !plain}
        onClick={download}
        {...(plain && { variant: "plain" as const })}
      >
        {label}
      </Button>
      <DownloadStatus state={state} />
    </BlockStack>
  );
}
