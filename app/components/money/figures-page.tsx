import { BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { ClosingKnown } from "#app/components/account/closing-known.tsx";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { DownloadStatus } from "#app/components/page/download-status.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useDownload } from "#app/components/page/use-download.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { KnownClosing } from "#app/services/account/unfinished-request.server.ts";
import { PageNews } from "#later/account/page-news";

type Props = {
  page: PageView;
  closing: KnownClosing | null;
  title: string;
  /** The file of the page's table; null where there is none. */
  csv: string | null;
  note?: string;
  children: ReactNode;
};

/** Fee preview and ledger: heading, when it was checked, printing and the file, and the way out at its usual place. */
export function FiguresPage({ page, closing, title, csv, note, children }: Props) {
  const { t } = useTranslator();
  const { state, download } = useDownload(csv ?? "");
  const hasFigures =
    csv !== null && page.kind === "brand" && page.otherAccount === null && page.assembled.outcome === "ready";
  return (
    <Page
      title={title}
      backAction={{ content: t("home.title"), url: "/app" }}
      additionalMetadata={<Freshness {...page.freshness} small />}
      primaryAction={
        <InlineStack gap="200" wrap={false}>
          {hasFigures ? (
            <span className="money-desk">
              <Button onClick={() => window.print()}>{t("figures.print")}</Button>
              <Button onClick={download} loading={state.kind === "busy"}>
                {t("chart.csv")}
              </Button>
            </span>
          ) : null}
          <Button url="/app/close">{t("home.closeLink")}</Button>
        </InlineStack>
      }
    >
      <BlockStack gap="400">
        <DownloadStatus state={state} />
        <Later>
          <PageNews page={page} hasProgress />
        </Later>
        <ClosingKnown closing={closing} />
        <FiguresGate page={page} />
        {children}
        {hasFigures ? (
          <div className="money-handset">
            <Button onClick={() => window.print()}>{t("figures.print")}</Button>
            <Button onClick={download} loading={state.kind === "busy"}>
              {t("chart.csv")}
            </Button>
          </div>
        ) : null}
        <Inset>
          <Text as="p" variant="bodySm" tone="subdued">
            {note ?? t("overview.note")}
          </Text>
        </Inset>
      </BlockStack>
    </Page>
  );
}
