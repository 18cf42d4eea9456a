import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, Link, Page, Text } from "@shopify/polaris";
import { CalendarLink } from "#app/components/calendar-link.tsx";
import { ChecksFailed } from "#app/components/checks-failed.tsx";
import { ExportLinks } from "#app/components/export-links.tsx";
import { DraftCard } from "#app/components/draft-card.tsx";
import { Freshness } from "#app/components/freshness.tsx";
import { Inset } from "#app/components/inset.tsx";
import { ReopenedBanner } from "#app/components/reopened-banner.tsx";
import { RequestCard } from "#app/components/request-card.tsx";
import { TaskList } from "#app/components/task-list.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { UninstallWarning } from "#app/components/uninstall-warning.tsx";
import { Why } from "#app/components/why.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { showProgress } from "#app/services/watch/show-progress.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  if (!closing) throw new Response(null, { status: 404 });
  const { view, closure, tasks, request } = closing;
  return {
    page: pageView(view),
    state: view.state,
    tasks,
    progress: await showProgress({ shop, actor }, deps),
    verdict: closure && {
      route: closure.route,
      trial: closure.trial.status,
      earliest: closure.earliestClosing.date,
      because: closure.earliestClosing.because,
      refund: closure.refund,
      minimum: { amount: closure.plan.minimumFee, currency: closure.currency },
    },
    subscriptionUrl: impactLink("subscription", deps.settings.impactAppUrl),
    request: request && { reference: request.reference, state: request.state },
  };
}

export default function CloseAccount() {
  const { page, state, tasks, progress, verdict, subscriptionUrl, request } = useLoaderData<typeof loader>();
  const { t, date, note } = useTranslator();
  const headline =
    state === "closed"
      ? t("close.verdictClosed")
      : verdict?.earliest
        ? t("close.verdictFrom", { on: date(verdict.earliest) })
        : t("close.verdictUnknown");
  return (
    <Page title={t("close.title")} backAction={{ content: t("home.title"), url: "/app" }}>
      <BlockStack gap="400">
        <Inset>
          <BlockStack gap="200">
            <Text as="h2" variant="headingLg">
              {headline}
            </Text>
            {verdict?.because.map((each) => (
              <Text as="p" key={each.id}>
                {note(each)}
              </Text>
            ))}
            {verdict ? <Why figure="closure.earliestClosing.date" label={headline} /> : null}
            {verdict?.earliest ? <CalendarLink /> : null}
            {verdict ? <Text as="p">{t("close.refund", { text: note(verdict.refund.text) })}</Text> : null}
            {verdict?.refund.refundBy ? (
              <Text as="p">{t("close.refundBy", { on: date(verdict.refund.refundBy) })}</Text>
            ) : null}
            {verdict ? <Why figure="closure.refund.scenario" label={t("review.refund")} /> : null}
          </BlockStack>
        </Inset>
        <ReopenedBanner {...progress} timeZone={page.timeZone} />
        {request ? (
          <RequestCard {...request} />
        ) : (
          <DraftCard saved={progress.saved} timeZone={page.timeZone} />
        )}
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">
              {t(verdict?.route === "trial-cancel" ? "close.route.trial" : "close.route.ticket")}
            </Text>
            {verdict?.route === "trial-cancel" ? (
              <Button url={subscriptionUrl} target="_blank">
                {t("close.route.trialLink")}
              </Button>
            ) : null}
            {verdict?.trial === "no" ? null : (
              <Link url="/app/close/trial">{t("close.route.trialMore")}</Link>
            )}
            <Link url="/app/close/questions">{t("questions.title")}</Link>
          </BlockStack>
        </Card>
        <Freshness {...page.freshness} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        <TaskList tasks={tasks} ticks={progress.ticks} timeZone={page.timeZone} />
        <ExportLinks />
        {request ? null : (
          <Inset>
            <Button variant="primary" url="/app/close/review">
              {t("close.review")}
            </Button>
          </Inset>
        )}
        <UninstallWarning minimum={verdict?.minimum ?? null} />
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/route-boundary.tsx";
