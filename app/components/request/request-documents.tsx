import { BlockStack, Card, Icon, Text } from "@shopify/polaris";
import { ArrowDownIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { DownloadStatus } from "#app/components/page/download-status.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useDownload } from "#app/components/page/use-download.ts";

type Props = { reference: string; hasDates: boolean };

/** What can be kept of a request: receipt, evidence pack with its fingerprint, and the days to expect. */
export function RequestDocuments({ reference, hasDates }: Props) {
  const { t, locale } = useTranslator();
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const place = `/app/close/requests/${reference}`;
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t("request.documents")}
      </Text>
      <ul className="moves">
        <DocumentRow label={t("receipt.pdf.get")} href={`${place}/receipt.pdf?locale=${locale}`} />
        <DocumentRow
          label={t("pack.get")}
          href={`${place}/pack`}
          onSaved={(headers) => setFingerprint(headers.get("x-settled-fingerprint"))}
        />
        {hasDates ? (
          <DocumentRow label={t("request.calendar")} href={`${place}/calendar.ics?locale=${locale}`} />
        ) : null}
      </ul>
      {fingerprint ? (
        <div role="status" className="moves-note">
          <BlockStack gap="100">
            <Text as="p" breakWord>
              {t("pack.fingerprint", { fingerprint })}
            </Text>
            <Text as="p" tone="subdued">
              {t("pack.fingerprintHelp")}
            </Text>
          </BlockStack>
        </div>
      ) : null}
      <p className="moves-note cell-note">{t("pack.text")}</p>
    </Card>
  );
}

type RowProps = { label: string; href: string; onSaved?: (headers: Headers) => void };

function DocumentRow({ label, href, onSaved }: RowProps) {
  const { state, download } = useDownload(href, onSaved);
  return (
    <li>
      <button type="button" className="move" onClick={download}>
        {label}
        <span aria-hidden="true">
          <Icon source={ArrowDownIcon} tone="subdued" />
        </span>
      </button>
      <DownloadStatus state={state} />
    </li>
  );
}
