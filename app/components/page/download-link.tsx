import { Button, InlineStack } from "@shopify/polaris";
import { DownloadStatus } from "./download-status.tsx";
import { useDownload } from "./use-download.ts";

/** Saves a file of the app; looks like a link, beside others. */
export function DownloadLink({ label, href }: { label: string; href: string }) {
  const { state, download } = useDownload(href);
  return (
    <InlineStack gap="200" blockAlign="center">
      <Button variant="plain" disabled={state.kind === "busy"} onClick={download}>
        {label}
      </Button>
      <DownloadStatus state={state} />
    </InlineStack>
  );
}
