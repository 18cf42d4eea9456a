import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Link, Page, Text } from "@shopify/polaris";
import { AgencyClose } from "#app/components/account-kinds/agency-close.tsx";
import { Band } from "#app/components/closing/band.tsx";
import { CloseHead } from "#app/components/closing/close-head.tsx";
import { ClosingVerdict } from "#app/components/closing/closing-verdict.tsx";
import { CostCard } from "#app/components/closing/cost-card.tsx";
import { Fold } from "#app/components/closing/fold.tsx";
import { PartnerMoney } from "#app/components/closing/partner-money.tsx";
import { TaskRows } from "#app/components/closing/task-rows.tsx";
import { TrialCards } from "#app/components/closing/trial-cards.tsx";
import { UninstallBand } from "#app/components/closing/uninstall-band.tsx";
import { DraftCard } from "#app/components/draft/draft-card.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { Later } from "#app/components/page/later.ts";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { OtherRequests } from "#app/components/request/other-requests.tsx";
import { RequestCard } from "#app/components/request/request-card.tsx";
import { QuestionList } from "#app/components/route/question-list.tsx";
import { RouteDetails } from "#app/components/route/route-details.tsx";
import { CalendarLink } from "#app/components/task/calendar-link.tsx";
import { answerDaysOf, numberLeft } from "#app/domain/index.ts";
import { type AgencyPage, agencyPage } from "#app/http/account-kinds-view.server.ts";
import { type ClosingPageView, closingPage } from "#app/http/closing-page.server.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { type ReturnTo, returnTo } from "#app/http/return-to.ts";
import { spaced } from "#app/messages/close-up.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { showProgress } from "#app/services/watch/show-progress.server.ts";
import closingStyles from "#app/styles/closing.css?url";
import costStyles from "#app/styles/cost.css?url";
import { PageNews } from "#later/account/page-news";

export const links = () => [
  { rel: "stylesheet", href: closingStyles },
  { rel: "stylesheet", href: costStyles },
];

export async function loader(args: LoaderFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const closing = await showClosing({ shop }, deps);
  if (!closing) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(args.request.url);
  return {
    page: pageView(closing.view, closing),
    agency: agencyPage(closing.view),
    supportUrl: impactLink("support", deps.settings.impactAppUrl),
    progress: await showProgress({ shop, actor }, deps),
    view: closingPage(closing, deps, {
      answerDays: answerDaysOf(searchParams.get("days")),
      scenario: searchParams.get("if"),
    }),
    back: returnTo(searchParams.get("back"), "home"),
  };
}

export const meta = pageTitle("close.title");

export default function CloseAccount() {
  const { agency } = useLoaderData<typeof loader>();
  return agency ? <CloseOfAgency agency={agency} /> : <CloseOneAccount />;
}

function CloseOfAgency({ agency }: { agency: AgencyPage }) {
  const { page, view, supportUrl } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const request = view.ended;
  return (
    <Page title={t("close.title")} backAction={{ content: t("home.title"), url: "/app" }}>
      <BlockStack gap="400">
        <Inset>
          <Text as="h2" variant="headingLg">
            {t("agency.close.headline")}
          </Text>
        </Inset>
        <Later>
          <PageNews page={page} />
        </Later>
        {request ? <RequestCard {...request} /> : null}
        <AgencyClose agency={agency} supportUrl={supportUrl} timeZone={page.timeZone} />
        <Card padding="0">
          <Band title={t("kinds.uninstall.title")} text={t("kinds.uninstall.body")} neutral alone />
        </Card>
      </BlockStack>
    </Page>
  );
}

function CloseOneAccount() {
  const { page, view, progress, back } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const { route, request, ended, isOver, others, trial, counts, today } = view;
  const isPartner = route.closingPath.route === "partner-ticket";
  const isTrial = route.closingPath.route === "trial-cancel" && !request && !isOver;
  return (
    <Page>
      <CloseHead view={view} page={page} back={back} />
      <BlockStack gap="400">
        <Later>
          {isOver ? (
            <PageNews page={page} />
          ) : (
            <PageNews
              page={page}
              overdue={view.overdue}
              reopened={progress.reopened}
              note={progress.note}
              brief
            />
          )}
        </Later>
        <ClosingVerdict view={view} />
        {isTrial && trial ? (
          <TrialCards
            {...trial}
            contractsLeft={leftOf(view, "expire-contracts")}
            subscriptionUrl={route.subscriptionUrl}
          />
        ) : null}
        {isOver ? null : (
          <TaskRows
            title={t(
              request ? "closing.tasks.sent" : isTrial ? "closing.tasks.trial" : "closing.tasks.title",
            )}
            help={t(
              request ? "closing.tasks.sentHelp" : isTrial ? "closing.tasks.trialHelp" : "closing.tasks.help",
            )}
            tasks={isTrial ? view.tasks.map((task) => ({ ...task, blocking: false })) : view.tasks}
            {...{ counts, today, back }}
          />
        )}
        {isTrial || isOver ? null : <UninstallBand view={view} />}
        {ended ? (
          <RequestCard {...ended} />
        ) : request ? null : (
          <DraftCard saved={progress.saved} timeZone={page.timeZone} />
        )}
        {isPartner ? <PartnerMoney /> : null}
        {view.curve && !isTrial ? <CostCard outlook={view.curve} sendBy={view.sendBy} /> : null}
        <Details view={view} timeZone={page.timeZone} back={back} />
        <OtherRequests requests={others} timeZone={page.timeZone} />
        <p className="closing-note">
          {isPartner ? (
            t("closing.final")
          ) : (
            <>
              {spaced(t("closing.note"))}
              <Link url="/app/close/export/partners" removeUnderline>
                {t("owed.link")}
              </Link>
            </>
          )}
        </p>
      </BlockStack>
    </Page>
  );
}

function leftOf({ tasks }: ClosingPageView, key: string): number | null {
  const task = tasks.find((each) => each.key === key);
  return task?.status === "open" ? numberLeft(task.open) : null;
}

/** The way in words and the questions: folded, unless an answer of the merchant would settle the way. */
function Details({ view, timeZone, back }: { view: ClosingPageView; timeZone: string; back: ReturnTo }) {
  const { t } = useTranslator();
  const { route, verdict } = view;
  return (
    <Card padding="0">
      <Fold
        title={t(`route.is.${route.closingPath.route}`)}
        open={route.closingPath.ask !== null && back.name !== "review"}
      >
        <BlockStack gap="200">
          <RouteDetails {...route} timeZone={timeZone} />
          {verdict?.earliest && !verdict.outlook ? <CalendarLink /> : null}
        </BlockStack>
      </Fold>
      <Fold title={t("closing.fold.questions")}>
        <QuestionList route={route.closingPath.route} />
      </Fold>
    </Card>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
