import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Page, Text } from "@shopify/polaris";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { OverdueBanner } from "#app/components/account/overdue-banner.tsx";
import { useProvenanceText } from "#app/components/account/provenance.tsx";
import { UninstallWarning } from "#app/components/account/uninstall-warning.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { Why } from "#app/components/account/why.tsx";
import { AgencyClose } from "#app/components/account-kinds/agency-close.tsx";
import { DraftCard } from "#app/components/draft/draft-card.tsx";
import { ExportLinks } from "#app/components/export/export-links.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OtherRequests } from "#app/components/request/other-requests.tsx";
import { RequestCard } from "#app/components/request/request-card.tsx";
import { RouteCard } from "#app/components/route/route-card.tsx";
import { CalendarLink } from "#app/components/task/calendar-link.tsx";
import { ClosingCost, closingCosts } from "#app/components/task/closing-cost.tsx";
import { ReopenedBanner } from "#app/components/task/reopened-banner.tsx";
import { TaskList } from "#app/components/task/task-list.tsx";
import { isUnderWay, phaseOf } from "#app/domain/index.ts";
import { type AgencyPage, agencyPage } from "#app/http/account-kinds-view.server.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { showProgress } from "#app/services/watch/show-progress.server.ts";

/** What holds the closing up is told in a few lines; a page of actions is no verdict. */
const MOST_REASONS = 4;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  if (!closing) throw new Response(null, { status: 404 });
  const { view, closure, tasks, way, explained, standing, request, noted, others } = closing;
  const isOver = view.state === "closed" || noted !== null;
  const { facts, statedAt } = view;
  const isStarter = way.route === "trial-cancel" || way.route === "starter-ticket";
  return {
    page: pageView(view),
    agency: agencyPage(view),
    supportUrl: impactLink("support", deps.settings.impactAppUrl),
    state: view.state,
    standing,
    tasks,
    progress: await showProgress({ shop, actor }, deps),
    route: {
      way,
      told: { account: facts.closingAccount ?? null, button: facts.cancelButton ?? null },
      toldAt:
        (isStarter
          ? (statedAt.cancelButton ?? statedAt.closingAccount)
          : statedAt.closingAccount
        )?.toString() ?? null,
      subscriptionUrl: impactLink("subscription", deps.settings.impactAppUrl),
      trialOpen: way.route === "trial-cancel" || (isStarter && closure?.trial.status !== "no"),
    },
    verdict: isOver
      ? null
      : closure && {
          earliest: closure.earliestClosing.date,
          because: closure.earliestClosing.because,
          assumptions: closure.assumptions,
          refund: closure.refund,
          explained,
          costs: explained ? closingCosts(closure) : null,
          currency: closure.currency,
        },
    request: request && { reference: request.reference, state: request.state },
    isUnderWay: request !== null && isUnderWay(request.state),
    noted: noted && { isProved: noted.isProved },
    others: others.map(({ reference, state, createdAt }) => ({ reference, state, at: createdAt.toString() })),
    back: returnTo(new URL(args.request.url).searchParams.get("back"), "home"),
  };
}

export const meta = pageTitle("close.title");

export default function CloseAccount() {
  const { agency } = useLoaderData<typeof loader>();
  return agency ? <CloseOfAgency agency={agency} /> : <CloseOneAccount />;
}

function CloseOfAgency({ agency }: { agency: AgencyPage }) {
  const { page, request, supportUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page title={t("close.title")} backAction={{ content: t("home.title"), url: "/app" }}>
      <BlockStack gap="400">
        <Inset>
          <Text as="h2" variant="headingLg">
            {t("agency.close.headline")}
          </Text>
        </Inset>
        {request ? <RequestCard {...request} /> : null}
        <UnreadRows unread={page.unread} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        <AgencyClose agency={agency} supportUrl={supportUrl} timeZone={page.timeZone} />
        <UninstallWarning kind="agency" staying={null} currency={page.currency} />
      </BlockStack>
    </Page>
  );
}

function CloseOneAccount() {
  const data = useLoaderData<typeof loader>();
  const { page, state, standing, tasks, progress, route, verdict, request, back, noted, others } = data;
  const { t, date, note } = useTranslator();
  const provenance = useProvenanceText();
  const reasons = verdict?.because ?? [];
  // "Why this number" has all of them.
  const shownReasons = reasons.length > MOST_REASONS ? reasons.slice(0, MOST_REASONS) : reasons;
  const isPartner = route.way.route === "partner-ticket";
  const isOver = state === "closed" || noted !== null;
  const earliest = verdict?.earliest ? t("close.verdictFrom", { on: date(verdict.earliest) }) : null;
  const closed =
    state === "closed"
      ? t("close.verdictClosed")
      : noted && t("close.verdictNoted", { proved: String(noted.isProved) });
  const requested = request && t("home.requestPhase", { request: phaseOf(request.state) });
  const headline = closed ?? requested ?? earliest ?? t("close.verdictUnknown");
  return (
    <Page title={t("close.title")} backAction={{ content: t(back.title), url: back.url }}>
      <BlockStack gap="400">
        {isOver ? null : <OverdueBanner standing={standing} />}
        <Inset>
          <BlockStack gap="200">
            <Text as="h2" variant="headingLg">
              {headline}
            </Text>
            {earliest && headline !== earliest ? <Text as="p">{earliest}</Text> : null}
            {earliest ? (
              <Text as="p" variant="bodySm" tone="subdued">
                {provenance({ kind: "estimate", assumptions: verdict?.assumptions ?? [] })}
              </Text>
            ) : null}
            {shownReasons.map((each) => (
              <Text as="p" key={note(each)}>
                {note(each)}
              </Text>
            ))}
            {reasons.length > shownReasons.length ? (
              <Text as="p">
                {note({ id: "core.more", values: { count: reasons.length - shownReasons.length } })}
              </Text>
            ) : null}
            {verdict?.explained ? <Why figure="closure.earliestClosing.date" label={headline} /> : null}
            {verdict?.earliest ? <CalendarLink /> : null}
            {verdict ? (
              <Text as="p">
                {isPartner
                  ? note(verdict.refund.text)
                  : t("close.refund", { text: note(verdict.refund.text) })}
              </Text>
            ) : null}
            {verdict?.refund.warnings.map((each) => (
              <Text as="p" key={each.id}>
                {note(each)}
              </Text>
            ))}
            {verdict?.refund.refundBy ? (
              <Text as="p">{t("close.refundBy", { on: date(verdict.refund.refundBy) })}</Text>
            ) : null}
            {verdict?.explained ? <Why figure="closure.refund.scenario" label={t("review.refund")} /> : null}
            {verdict?.costs ? <ClosingCost costs={verdict.costs} currency={verdict.currency} /> : null}
          </BlockStack>
        </Inset>
        <ReopenedBanner {...progress} timeZone={page.timeZone} />
        {request ? (
          <RequestCard {...request} />
        ) : (
          <DraftCard saved={progress.saved} timeZone={page.timeZone} />
        )}
        <RouteCard {...route} timeZone={page.timeZone} />
        <Freshness {...page.freshness} />
        <UnreadRows unread={page.unread} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        <TaskList
          tasks={tasks}
          requestUrl={request && data.isUnderWay ? `/app/requests/${request.reference}` : null}
          timeZone={page.timeZone}
          back={back}
        />
        <ExportLinks owesPartners={!isPartner} />
        {data.isUnderWay ? null : noted ? (
          <Inset>
            <BlockStack gap="200" inlineAlign="start">
              <Text as="p">{t("close.again")}</Text>
              <Button url="/app/close/review">{t("close.againLink")}</Button>
            </BlockStack>
          </Inset>
        ) : (
          <Inset>
            <Button variant="primary" url="/app/close/review">
              {t("close.review")}
            </Button>
          </Inset>
        )}
        <OtherRequests requests={others} timeZone={page.timeZone} />
        {state === "closed" || noted?.isProved ? null : (
          <UninstallWarning
            kind={isPartner ? "partner" : "brand"}
            staying={standing?.staying ?? null}
            currency={page.currency}
          />
        )}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
