import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { ChecksFailed } from "#app/components/account/checks-failed.tsx";
import { ExampleCard } from "#app/components/account/example-card.tsx";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Freshness } from "#app/components/account/freshness.tsx";
import { ClosingCard, FundingCard, ThisMonthCard } from "#app/components/account/home-cards.tsx";
import { MailSuppressed } from "#app/components/account/mail-suppressed.tsx";
import { OverdueBanner } from "#app/components/account/overdue-banner.tsx";
import { SetupCard } from "#app/components/account/setup-card.tsx";
import { CommissionsCard, NextFeeCard } from "#app/components/account/standing-cards.tsx";
import { SyncProgress } from "#app/components/account/sync-progress.tsx";
import { UninstallWarning } from "#app/components/account/uninstall-warning.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { AgencyHome } from "#app/components/account-kinds/agency-home.tsx";
import { PartnerHome } from "#app/components/account-kinds/partner-home.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { RequestCard } from "#app/components/request/request-card.tsx";
import { ReopenedBanner } from "#app/components/task/reopened-banner.tsx";
import { phaseOf } from "#app/domain/index.ts";
import { agencyPage, partnerPage } from "#app/http/account-kinds-view.server.ts";
import { homeHeadline } from "#app/http/home-headline.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showSuppression } from "#app/services/outbox/suppression.server.ts";
import { showReopened } from "#app/services/watch/show-reopened.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const home = await showHome({ shop }, deps);
  if (!home) throw new Response(null, { status: 404 });
  const { view, standing, figures, request, noted, isOver } = home;
  return {
    page: pageView(view),
    partner: partnerPage(view),
    agency: agencyPage(view),
    state: view.state,
    figures,
    standing,
    balance: view.facts.fundingBalance ?? null,
    // A balance left empty was saved too, and tells nothing.
    balanceToldAt: (view.facts.fundingBalance && view.statedAt.fundingBalance?.toString()) ?? null,
    mail: {
      email: view.shop.contactEmail,
      suppressed: await showSuppression(view.shop.contactEmail, deps),
      timeZone: view.timeZone,
    },
    reopened: await showReopened({ shop }, deps),
    request: request && { reference: request.reference, state: request.state },
    isProved: noted?.isProved === true,
    isOver,
  };
}

export const meta = pageTitle("home.title");

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { page, state, figures, standing, balance, balanceToldAt, mail, reopened, request } = data;
  const { partner, agency, isProved, isOver } = data;
  const { t, money, date } = useTranslator();
  const next = standing?.fee.next;
  const values = next && {
    amount: money(next.amount, page.currency),
    on: date(next.date),
    bound: next.bound,
  };
  const titles = {
    partner: partner?.company ? t("partner.title", { company: partner.company }) : t("partner.titleUnnamed"),
    agency: agency?.company ? t("agency.title", { company: agency.company }) : t("agency.titleUnnamed"),
  };
  const verdict = t(
    homeHeadline({
      state,
      request: request?.state ?? null,
      isProved,
      fee: next ? "known" : page.otherAccount ? "other" : "unknown",
    }),
    { ...values, ...(request && { request: phaseOf(request.state) }) },
  );
  /** Something is known of the account; without anything, Home says how to begin. */
  const isKnown =
    figures !== null || request !== null || page.freshness.connected || page.otherAccount !== null;
  return (
    <Page>
      <BlockStack gap="400">
        {isKnown ? (
          <Inset>
            <Text as="h1" variant="headingLg">
              {page.kind === "brand" ? verdict : titles[page.kind]}
            </Text>
          </Inset>
        ) : (
          <>
            <SetupCard />
            <ExampleCard />
          </>
        )}
        {isOver ? null : <OverdueBanner standing={standing} />}
        <ReopenedBanner reopened={reopened} timeZone={page.timeZone} />
        <MailSuppressed {...mail} />
        {isKnown ? <Freshness {...page.freshness} /> : null}
        <SyncProgress sync={page.sync} timeZone={page.timeZone} />
        <UnreadRows unread={page.unread} />
        <ChecksFailed failures={page.failures} timeZone={page.timeZone} />
        {request ? <RequestCard {...request} /> : null}
        {partner ? <PartnerHome partner={partner} currency={page.currency} timeZone={page.timeZone} /> : null}
        {agency ? <AgencyHome agency={agency} timeZone={page.timeZone} /> : null}
        {page.kind === "brand" && isKnown && !isOver ? <FiguresGate page={page} /> : null}
        {figures && standing ? (
          <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
            <Card>
              <NextFeeCard standing={standing} assumptions={figures.preview.assumptions} />
            </Card>
            <Card>
              <CommissionsCard standing={standing} assumptions={figures.preview.assumptions} />
            </Card>
            <Card>
              <ThisMonthCard preview={figures.preview} />
            </Card>
            <Card>
              <FundingCard
                today={figures.today}
                balance={balance}
                currency={page.currency}
                assumptions={figures.preview.assumptions}
                told={balanceToldAt ? { at: balanceToldAt, timeZone: page.timeZone } : null}
              />
            </Card>
            <Card>
              <ClosingCard closure={figures.closure} />
            </Card>
          </InlineGrid>
        ) : null}
        {isProved || state === "closed" ? null : (
          <UninstallWarning
            kind={page.otherAccount === "partner" ? "partner" : page.kind}
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
