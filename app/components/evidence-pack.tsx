import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslator } from "./translator.tsx";

type Pack = { fileName: string; fingerprint: string; base64: string };

/** Makes the pack when asked for, saves it, and shows the fingerprint to keep apart from it. */
export function EvidencePackCard({ reference }: { reference: string }) {
  const { t } = useTranslator();
  const fetcher = useFetcher<Pack>();
  const pack = fetcher.data;
  useEffect(() => {
    if (pack) save(pack);
  }, [pack]);
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t("pack.title")}
        </Text>
        <Text as="p">{t("pack.text")}</Text>
        <Button
          loading={fetcher.state !== "idle"}
          onClick={() => fetcher.load(`/app/requests/${reference}/pack`)}
        >
          {t("pack.get")}
        </Button>
        {pack ? (
          <div role="status" style={{ overflowWrap: "anywhere" }}>
            <Text as="p">{t("pack.fingerprint", { fingerprint: pack.fingerprint })}</Text>
            <Text as="p" tone="subdued">
              {t("pack.fingerprintHelp")}
            </Text>
          </div>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function save({ base64, fileName }: Pack): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
