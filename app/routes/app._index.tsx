import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, BlockStack, Button, Page, Text } from "@shopify/polaris";
import { Freshness } from "#app/components/account/freshness.tsx";
import { StoreStopBanner } from "#app/components/account/store-stop-banner.tsx";
import { HomeBody } from "#app/components/money/home-body.tsx";
import { HomeHead } from "#app/components/money/home-head.tsx";
import { homeTab, homeTitle } from "#app/components/money/home-title.ts";
import { Later } from "#app/components/page/later.ts";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { homePage } from "#app/http/home-page.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { isGuideAway } from "#app/services/account/setup-guide.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showAlertNews } from "#app/services/alerts/show-alerts.server.ts";
import { showSuppression } from "#app/services/outbox/suppression.server.ts";
import { requestOn } from "#app/services/requests/request-now.server.ts";
import { showReopened } from "#app/services/watch/show-reopened.server.ts";
import { PageNews } from "#later/account/page-news";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, pageDeps: deps } = await requireShop(args);
  // Side by side: the database looks for one thing while another is made of what it found.
  const [home, reopened, guideAway, alerts] = await Promise.all([
    showHome({ shop }, deps),
    showReopened({ shop }, deps),
    isGuideAway({ shop }, deps),
    showAlertNews({ shop }, deps),
  ]);
  if (!home) throw new Response(null, { status: 404 });
  const { view, request } = home;
  const { contactEmail: email, storeStop } = view.shop;
  const [now, suppressed] = await Promise.all([
    request && requestOn(request, view, deps),
    showSuppression(email, deps),
  ]);
  return {
    ...homePage(home, now, deps),
    mail: { email, suppressed, timeZone: view.timeZone },
    reopened,
    storeStop,
    isGuideAway: guideAway,
    alerts,
  };
}

export const meta = pageTitle<{ state: Parameters<typeof homeTab>[0] }>(({ state }, t) => homeTab(state, t));

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const words = useTranslator();
  const { t } = words;
  const { page, state, request } = data;
  if (state === "first")
    return (
      <Page>
        <BlockStack gap="400">
          <StoreStopBanner stop={data.storeStop} kind={page.kind} />
          <HomeBody {...data} />
        </BlockStack>
      </Page>
    );
  // A closed account answers no token any more: the day it was closed stands for the day it was checked.
  const isProvedClosed = state === "closed" && data.isProved;
  const waiting = state === "request" && (request?.state === "sent" || request?.state === "handed-over");
  return (
    <Page>
      <HomeHead
        title={homeTitle(data, words)}
        badge={
          state === "closed" ? (
            <>
              <Badge tone={data.isProved ? "success" : undefined}>
                {t(data.isProved ? "overview.badge.confirmed" : "overview.badge.noted")}
              </Badge>
              {data.closing.chargedAgain ? (
                <Badge tone="warning">{t("request.badge.chargedAgain")}</Badge>
              ) : null}
            </>
          ) : waiting ? (
            <Badge tone="info">{t("overview.badge.waiting")}</Badge>
          ) : undefined
        }
        meta={
          isProvedClosed && data.closing.closedOn ? (
            <Text as="p" variant="bodySm" tone="subdued">
              {t("overview.closed.meta", { on: words.shortDate(data.closing.closedOn) })}
            </Text>
          ) : (
            <Freshness {...page.freshness} small />
          )
        }
        action={
          request && (state === "request" || state === "closed") ? (
            <Button url={`/app/close/requests/${request.reference}`}>{t("home.requestLink")}</Button>
          ) : (
            <Button url="/app/close">{t("home.closeLink")}</Button>
          )
        }
      />
      <BlockStack gap="400">
        <Later>
          <PageNews {...data} storeStop={data.isOver ? null : data.storeStop} hasProgress />
        </Later>
        <HomeBody {...data} />
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
