import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Page } from "@shopify/polaris";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { ClosingHead } from "#app/components/closing/closing-head.tsx";
import { CostCard } from "#app/components/closing/cost-card.tsx";
import { WhoPays } from "#app/components/closing/who-pays.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { answerDaysOf } from "#app/domain/index.ts";
import { closingPage } from "#app/http/closing-page.server.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import closingStyles from "#app/styles/closing.css?url";
import costStyles from "#app/styles/cost.css?url";

export const links = () => [
  { rel: "stylesheet", href: closingStyles },
  { rel: "stylesheet", href: costStyles },
];

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  if (!closing) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(args.request.url);
  // Of a closed account no day costs anything any more.
  if (closing.isOver) throw redirect("/app/close");
  const asked = { answerDays: answerDaysOf(searchParams.get("days")), scenario: searchParams.get("if") };
  return { page: pageView(closing.view, closing), view: closingPage(closing, deps, asked) };
}

export const meta = pageTitle("closing.cost.page");

export default function CostToClose() {
  const { page, view } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const { curve, request, sendBy, counts } = view;
  return (
    <Page>
      <ClosingHead
        title={t("closing.cost.page")}
        back={{ label: t("close.title"), url: "/app/close" }}
        meta={<Freshness {...page.freshness} small />}
        actions={
          request ? (
            <Button variant="primary" url={`/app/close/requests/${request.reference}`}>
              {t("close.request.see")}
            </Button>
          ) : (
            <Button variant="primary" url="/app/close/review">
              {t("close.review")}
            </Button>
          )
        }
      />
      <BlockStack gap="400">
        <UnreadRows unread={page.unread} />
        {curve ? (
          <>
            <CostCard outlook={curve} sendBy={sendBy} open />
            <WhoPays outlook={curve} counts={counts} />
          </>
        ) : (
          <FiguresGate page={page} />
        )}
        <p className="closing-note">{t("closing.note")}</p>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
