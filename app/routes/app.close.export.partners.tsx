import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { PartnersOwedTable } from "#app/components/export/partners-owed-table.tsx";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { requireShop } from "#app/http/require-shop.server.ts";
import { isOfOwed, partnersOwed } from "#app/services/exports/partners-owed.server.ts";

/** Lines on the page; the file has them all. */
const SHOWN = 200;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const owed = await partnersOwed({ shop }, deps);
  if (!owed) throw new Response(null, { status: 404 });
  const { report, view, checkedAt } = owed;
  return {
    kind: view.kind,
    report: report && { ...report, partners: report.partners.slice(0, SHOWN) },
    unread: view.unread.filter(isOfOwed),
    more: Math.max(0, (report?.partners.length ?? 0) - SHOWN),
    currency: view.currency,
    timeZone: view.timeZone,
    checkedAt,
  };
}

export const meta = pageTitle("owed.title");

export default function PartnersOwed() {
  const { kind, report, unread, more, currency, timeZone, checkedAt } = useLoaderData<typeof loader>();
  const { t, locale, instant } = useTranslator();
  const back = { content: t("export.title"), url: "/app/close/export" };
  if (kind === "partner")
    return (
      <Page title={t("owed.title")} backAction={back}>
        <Card>
          <Text as="p">{t("kinds.owed.partner")}</Text>
        </Card>
      </Page>
    );
  return (
    <Page title={t("owed.title")} backAction={back}>
      <BlockStack gap="400">
        <Inset>
          <Text as="p">{t("owed.intro")}</Text>
        </Inset>
        <UnreadRows unread={unread} />
        <Card>
          <BlockStack gap="300">
            {report === null ? <Text as="p">{t("owed.unknown")}</Text> : null}
            {report?.partners.length === 0 && unread.length === 0 ? (
              <Text as="p">{t("owed.none")}</Text>
            ) : null}
            {report && report.partners.length > 0 ? (
              <PartnersOwedTable report={report} currency={currency} isLeast={unread.length > 0} />
            ) : null}
            {more > 0 ? <Text as="p">{t("owed.more", { count: more })}</Text> : null}
            {report && checkedAt ? (
              <Text as="p" tone="subdued">
                {t("owed.checked", { when: instant(checkedAt, timeZone) })}
              </Text>
            ) : null}
            {report ? (
              <>
                <Text as="p">{t("owed.paid")}</Text>
                <DownloadButton
                  label={t("owed.csv")}
                  href={`/app/close/export/partners.csv?locale=${locale}`}
                />
              </>
            ) : null}
          </BlockStack>
        </Card>
        {report && report.partners.length > 0 ? (
          <Card>
            <CopyText label={t("owed.message")} text={t("owed.messageText")} />
          </Card>
        ) : null}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
