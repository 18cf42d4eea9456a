import { BlockStack, Card, List, ProgressBar, Text } from "@shopify/polaris";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { inARow } from "#app/messages/close-up.ts";
import { failureText } from "#app/messages/failure-text.ts";
import type { NotFetched } from "#app/ports/index.ts";
import type { ExportView } from "#app/services/exports/show-export.server.ts";

const LISTS = ["actions", "contracts", "partners", "invoices"] as const;
type Props = { made: NonNullable<ExportView["made"]>; timeZone: string };

/** How far an export has come, or what is in it, counted against what exists, with every gap and its reason. */
export function ExportMade({ made, timeZone }: Props) {
  const translator = useTranslator();
  const { t, instant } = translator;
  const why = (reason: NotFetched) =>
    reason.outcome === "not-connected" ? t("export.notConnected") : failureText(reason, translator, timeZone);
  const done = made.state === "done";
  return (
    <Card>
      <BlockStack gap="300">
        <div role="status">
          <Text as="h2" variant="headingMd" id="export-made">
            {t(done ? "export.done" : "export.making")}
          </Text>
        </div>
        {done ? null : (
          <>
            <ProgressBar progress={made.percent} size="small" ariaLabelledBy="export-made" />
            <Text as="p" tone="subdued">
              {made.waitUntil
                ? t("export.waits", { when: instant(made.waitUntil, timeZone) })
                : t("export.makingHelp")}
            </Text>
          </>
        )}
        <List>
          {LISTS.map((list) => {
            const counted = made.counted[list];
            if (!counted) return null;
            const { exists, exported, unread = 0 } = counted;
            return (
              <List.Item key={list}>
                {inARow([
                  exists === null
                    ? t(`export.unknown.${list}`)
                    : t(`export.of.${list}`, { exported, exists }),
                  ...(unread > 0 ? [t(`export.lacks.${list}`, { count: unread })] : []),
                ])}
              </List.Item>
            );
          })}
          {made.counted.unread ? (
            <List.Item>
              {t("export.of.unread", {
                exists: made.counted.unread.exists ?? 0,
                exported: made.counted.unread.exported,
              })}
            </List.Item>
          ) : null}
          {made.missing.map(({ invoiceId, why: reason }) => (
            <List.Item key={invoiceId}>
              {t("export.missing", { invoice: invoiceId, why: why(reason) })}
            </List.Item>
          ))}
          {made.unnamed > 0 ? <List.Item>{t("export.unnamed", { count: made.unnamed })}</List.Item> : null}
        </List>
        {done ? (
          <>
            <DownloadButton label={t("export.download")} href={`/app/close/export/${made.id}/download`} />
            <Text as="p" tone="subdued">
              {t("export.until", {
                made: instant(made.createdAt, timeZone),
                until: instant(made.expiresAt, timeZone),
              })}
            </Text>
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}
