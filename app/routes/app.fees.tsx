import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { FeeTable } from "#app/components/account/fee-table.tsx";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { NextChargeCard, ThisMonthCard } from "#app/components/account/home-cards.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";

/** This month and the next three; the full year belongs to a page of its own. */
const MONTHS_AHEAD = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const fees = await showFees({ shop, months: MONTHS_AHEAD }, deps);
  if (!fees) throw new Response(null, { status: 404 });
  return { page: pageView(fees.view), preview: fees.preview };
}

export const meta = pageTitle("fees.title");

export default function Fees() {
  const { page, preview } = useLoaderData<typeof loader>();
  const { t, date, money } = useTranslator();
  const first = preview?.firstFee;
  return (
    <Page title={t("fees.title")} backAction={{ content: t("home.title"), url: "/app" }}>
      <BlockStack gap="400">
        <Freshness {...page.freshness} />
        <SyncProgress sync={page.sync} timeZone={page.timeZone} />
        <UnreadRows unread={page.unread} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        <FiguresGate page={page} />
        {preview && first ? (
          <>
            <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
              <Card>
                <ThisMonthCard preview={preview} />
              </Card>
              <Card>
                <NextChargeCard preview={preview} linked={false} />
              </Card>
            </InlineGrid>
            <FeeTable preview={preview} />
            <Inset>
              <BlockStack gap="100">
                <Text as="p">
                  {first.earliest === first.expected
                    ? t("fees.firstFee", { expected: date(first.expected) })
                    : t("fees.firstFeeEarlier", {
                        expected: date(first.expected),
                        earliest: date(first.earliest),
                      })}
                </Text>
                {preview.breakEvenRevenue ? (
                  <Text as="p">
                    {t("fees.breakEven", { amount: money(preview.breakEvenRevenue, page.currency) })}
                  </Text>
                ) : null}
                <Text as="p" tone="subdued">
                  {t("fees.notInvoice")}
                </Text>
              </BlockStack>
            </Inset>
          </>
        ) : null}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
