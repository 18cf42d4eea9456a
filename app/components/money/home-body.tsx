import { BlockStack, Card, Text } from "@shopify/polaris";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { AgencyHome } from "#app/components/account-kinds/agency-home.tsx";
import { PartnerHome } from "#app/components/account-kinds/partner-home.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { RequestCard } from "#app/components/request/request-card.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { HomeState } from "#app/http/home-state.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import { Band } from "./band.tsx";
import { ChargesCard } from "./charges-card.tsx";
import { ChargedInTotalCard, type Closing, StillToComeCard } from "./closed-cards.tsx";
import { FirstRun } from "./first-run.tsx";
import { type Balance, HomeFiguresCard } from "./home-figures.tsx";
import { type HomeRequest, RequestedCard, StillOpenCard } from "./requested-cards.tsx";
import { StayOrGo } from "./stay-or-go.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { TrialCard } from "./trial-card.tsx";

type Props = {
  state: HomeState;
  page: PageView;
  today: string;
  partner: Parameters<typeof PartnerHome>[0]["partner"] | null;
  agency: Parameters<typeof AgencyHome>[0]["agency"] | null;
  standing: StandingReport | null;
  figures: HomeFigures | null;
  balance: Balance;
  isProved: boolean;
  starterMinimum: string;
  subscriptionUrl: string;
  request: HomeRequest | null;
  closing: Closing;
};

/** Home under its heading, in whichever of its states. */
export function HomeBody(props: Props) {
  const { state, page, today, partner, agency, standing, figures, request, closing } = props;
  if (state === "first") return <FirstStack {...props} />;
  if (state === "closed" || state === "contradicted") return <ClosedStack {...props} />;
  const isBrand = page.kind === "brand";
  return (
    <BlockStack gap="400">
      {state === "request" && request ? (
        <RequestedCard request={request} standing={standing} today={today} />
      ) : request ? (
        <RequestCard {...request} />
      ) : null}
      {partner ? <PartnerHome partner={partner} currency={page.currency} timeZone={page.timeZone} /> : null}
      {agency ? <AgencyHome agency={agency} timeZone={page.timeZone} /> : null}
      {isBrand ? <FiguresGate page={page} /> : null}
      {standing && figures ? (
        <FiguresStack {...props} standing={standing} figures={figures} closing={closing} />
      ) : state === "request" ? null : (
        <PlainBand {...props} />
      )}
    </BlockStack>
  );
}

type WithFigures = Props & { standing: StandingReport; figures: HomeFigures };

function FiguresStack({ state, standing, figures, balance, subscriptionUrl }: WithFigures) {
  const { t } = useTranslator();
  const nextBound = standing.fee.next?.bound ?? null;
  const isTrial = state === "trial";
  return (
    <>
      {isTrial && figures.trial ? (
        <TrialCard trial={figures.trial} standing={standing} subscriptionUrl={subscriptionUrl} />
      ) : null}
      {state === "request" ? (
        <StillOpenCard left={figures.left} />
      ) : (
        <HomeFiguresCard
          standing={standing}
          figures={figures}
          balance={balance}
          trial={isTrial}
          band={!isTrial}
        />
      )}
      {isTrial || figures.days.last30Days === null ? null : (
        <ChargesCard days={figures.days} nextBound={nextBound} />
      )}
      {state === "request" ? null : <StayOrGo standing={standing} figures={figures} trial={isTrial} />}
      {isTrial ? null : (
        <TimelineCard steps={figures.timeline} currency={figures.currency} today={standing.asOf} />
      )}
      <Note text={t("overview.note")} />
    </>
  );
}

function Note({ text }: { text: string }) {
  return (
    <Inset>
      <Text as="p" variant="bodySm" tone="subdued">
        {text}
      </Text>
    </Inset>
  );
}

/** Where no figures stand, what uninstalling does not do is said all the same. */
function PlainBand({ page, starterMinimum }: Props) {
  const { t, money } = useTranslator();
  const isStarter = page.kind === "brand" && page.otherAccount === null;
  return (
    <Card padding="0">
      <Band
        title={t("overview.band.title")}
        line={
          isStarter
            ? t("overview.band.firstLine", { minimum: money(starterMinimum, "USD") })
            : t("overview.band.noFeeLine")
        }
        link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
      />
    </Card>
  );
}

function FirstStack({ starterMinimum }: Props) {
  return (
    <BlockStack gap="400">
      <FirstRun minimum={starterMinimum} />
    </BlockStack>
  );
}

function ClosedStack(props: Props) {
  const { state, isProved, today, figures, closing, partner, agency, page } = props;
  const { t } = useTranslator();
  const isDoubtful = state === "contradicted" || !isProved;
  return (
    <BlockStack gap="400">
      {isDoubtful ? (
        <Card>
          <Text as="p">
            {t(
              state === "contradicted"
                ? isProved
                  ? "home.toldClosedOpen"
                  : "home.notedClosedOpen"
                : "home.notedClosed",
            )}
          </Text>
        </Card>
      ) : null}
      {partner ? <PartnerHome partner={partner} currency={page.currency} timeZone={page.timeZone} /> : null}
      {agency ? <AgencyHome agency={agency} timeZone={page.timeZone} /> : null}
      <StillToComeCard closing={closing} today={today} isDoubtful={isDoubtful} />
      {figures ? <ChargedInTotalCard figures={figures} today={today} /> : null}
      {isDoubtful ? <PlainBand {...props} /> : null}
    </BlockStack>
  );
}
