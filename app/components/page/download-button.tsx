import { BlockStack, Button } from "@shopify/polaris";
import { DownloadStatus } from "./download-status.tsx";
import { useDownload } from "./use-download.ts";

type Props = {
  label: string;
  /** An address of the app. */
  href: string;
  onSaved?: (headers: Headers) => void;
};

/** Saves a file; says so, or that it did not work, beside the button. */
export function DownloadButton({ label, href, onSaved }: Props) {
  const { state, download } = useDownload(href, onSaved);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Button loading={state.kind === "busy"} onClick={download}>
        {label}
      </Button>
      <DownloadStatus state={state} />
    </BlockStack>
  );
}
