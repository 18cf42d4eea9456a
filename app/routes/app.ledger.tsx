import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, Text } from "@shopify/polaris";
import { AccountFileCard } from "#app/components/account/account-file.tsx";
import { AddBalanceCard } from "#app/components/money/add-balance.tsx";
import { FiguresPage } from "#app/components/money/figures-page.tsx";
import { LedgerCard } from "#app/components/money/ledger-card.tsx";
import { LedgerChartCard } from "#app/components/money/ledger-chart-card.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readFundingForm } from "#app/http/read-funding-form.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { loadSummary } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { fundingDays, showLedger } from "#app/services/account/show-ledger.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, pageDeps: deps } = await requireShop(args);
  const shown = await showLedger({ shop }, deps);
  if (!shown) throw new Response(null, { status: 404 });
  const { view, closing, ledger, statement, pace } = shown;
  return {
    page: pageView(view, { isOver: closing !== null }),
    closing,
    today: view.today.toString(),
    balance: view.facts.fundingBalance ?? null,
    ledger,
    pace,
    days: ledger && statement ? fundingDays(statement, ledger) : [],
  };
}

/** The balance the merchant sees in impact.com: with it the ledger shows each card charge. */
export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const view = await loadSummary({ shop }, deps);
  if (!view) throw new Response(null, { status: 404 });
  const form = readFundingForm(await readForm(args.request), view);
  if (form.outcome === "rejected") return json({ problems: form.problems }, { status: 422 });
  await saveFacts({ shop, actor, facts: form.facts }, deps);
  return redirect(savedAt("/app/ledger"));
}

export const meta = pageTitle("ledger.title");

/** Lists whose rows could add to what the ledger sums up. */
const LEDGER_LISTS: readonly string[] = ["Campaigns", "Actions", "ActionUpdates"];

export default function Ledger() {
  const { page, closing, today, balance, ledger, pace, days } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const isLeast = page.unread.some(({ resource }) => LEDGER_LISTS.includes(resource));
  return (
    <div className="money-ledger">
      <FiguresPage
        page={page}
        closing={closing}
        title={t("ledger.title")}
        csv="/app/figures/ledger.csv"
        note={t(ledger?.hasBalance ? "ledger.within" : "ledger.withinNoBalance")}
      >
        {ledger ? (
          <>
            {balance === null ? <AddBalanceCard today={today} currency={ledger.currency} /> : null}
            <LedgerChartCard ledger={ledger} days={days} balance={balance} isLeast={isLeast} />
            {ledger.pastSums.newlyOwed === null ? (
              <Card>
                <Text as="p">{t("ledger.notRead")}</Text>
              </Card>
            ) : (
              <LedgerCard ledger={ledger} balance={balance} pace={pace} isLeast={isLeast} />
            )}
            <AccountFileCard />
          </>
        ) : null}
      </FiguresPage>
    </div>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
