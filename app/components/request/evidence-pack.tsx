import { BlockStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";

/** Makes the pack when asked for, saves it, and shows the fingerprint to keep apart from it. */
export function EvidencePack({ reference }: { reference: string }) {
  const { t } = useTranslator();
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <DownloadButton
        label={t("pack.get")}
        href={`/app/close/requests/${reference}/pack`}
        plain
        onSaved={(headers) => setFingerprint(headers.get("x-settled-fingerprint"))}
      />
      {fingerprint ? (
        <div role="status" style={{ overflowWrap: "anywhere" }}>
          <Text as="p">{t("pack.fingerprint", { fingerprint })}</Text>
          <Text as="p" tone="subdued">
            {t("pack.fingerprintHelp")}
          </Text>
        </div>
      ) : null}
      <Text as="p" variant="bodySm" tone="subdued">
        {t("pack.text")}
      </Text>
    </BlockStack>
  );
}
