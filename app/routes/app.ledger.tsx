import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page, Text } from "@shopify/polaris";
import { AccountFileCard } from "#app/components/account/account-file.tsx";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { useProvenanceText } from "#app/components/account/provenance.tsx";
import { StatementTable } from "#app/components/account/statement-table.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const ledger = await showLedger({ shop }, deps);
  if (!ledger) throw new Response(null, { status: 404 });
  return { page: pageView(ledger.view), statement: ledger.statement };
}

export const meta = pageTitle("ledger.title");

export default function Ledger() {
  const { page, statement } = useLoaderData<typeof loader>();
  const { t, note } = useTranslator();
  const provenance = useProvenanceText();
  return (
    <Page title={t("ledger.title")} backAction={{ content: t("home.title"), url: "/app" }} fullWidth>
      <BlockStack gap="400">
        <Freshness {...page.freshness} />
        <SyncProgress sync={page.sync} timeZone={page.timeZone} />
        <UnreadRows unread={page.unread} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        <FiguresGate page={page} />
        {statement ? (
          <>
            <Inset>
              <Text as="p">{t("ledger.intro")}</Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {provenance({ kind: "estimate", assumptions: statement.assumptions })}
              </Text>
            </Inset>
            {statement.notes.map((each) => (
              <Inset key={each.id}>
                <Text as="p">{note(each)}</Text>
              </Inset>
            ))}
            <StatementTable statement={statement} />
          </>
        ) : null}
        {statement ? <AccountFileCard /> : null}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
