import { BlockStack, Card, Text } from "@shopify/polaris";
import { FiguresGate } from "#app/components/account/figures-gate.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { Later } from "#app/components/page/later.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { RequestCard } from "#app/components/request/request-card.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { HomeState } from "#app/http/home-state.ts";
import type { PageView } from "#app/http/page-view.server.ts";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import {
  AgencyHome,
  ChargedInTotalCard,
  DoubtCard,
  FirstRun,
  PartnerHome,
  RequestedCard,
  StillOpenCard,
  StillToComeCard,
  TimelineCard,
  TrialCard,
} from "#later/money/home-states";
import { Band } from "./band.tsx";
import { ChargesCard } from "./charges-card.tsx";
import type { Closing } from "./closed-cards.tsx";
import { type Balance, HomeFiguresCard } from "./home-figures.tsx";
import type { HomeRequest } from "./requested-cards.tsx";
import { StayOrGo } from "./stay-or-go.tsx";

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
  /** Somebody put away the question for the key facts. */
  isGuideAway: boolean;
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
        <Later>
          <RequestedCard request={request} standing={standing} today={today} />
        </Later>
      ) : request ? (
        <RequestCard {...request} />
      ) : null}
      <OtherKinds partner={partner} agency={agency} page={page} saidAt={page.freshness.checkedAt} />
      {isBrand ? <FiguresGate page={page} guide={props.isGuideAway ? "away" : "hideable"} /> : null}
      {standing && figures ? (
        <FiguresStack {...props} standing={standing} figures={figures} closing={closing} />
      ) : state === "request" ? null : (
        <PlainBand {...props} />
      )}
    </BlockStack>
  );
}

type KindsProps = Pick<Props, "partner" | "agency" | "page"> & { saidAt: string | null };

/** What an account of another kind has in place of figures. */
function OtherKinds({ partner, agency, page, saidAt }: KindsProps) {
  return (
    <>
      {partner ? (
        <Later>
          <PartnerHome {...page} partner={partner} saidAt={saidAt} />
        </Later>
      ) : null}
      {agency ? (
        <Later>
          <AgencyHome {...page} agency={agency} saidAt={saidAt} />
        </Later>
      ) : null}
    </>
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
        <Later>
          <TrialCard trial={figures.trial} standing={standing} subscriptionUrl={subscriptionUrl} />
        </Later>
      ) : null}
      {state === "request" ? (
        <Later>
          <StillOpenCard left={figures.left} />
        </Later>
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
        <Later>
          <TimelineCard steps={figures.timeline} currency={figures.currency} today={standing.asOf} />
        </Later>
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
      <Later>
        <FirstRun minimum={starterMinimum} />
      </Later>
    </BlockStack>
  );
}

function ClosedStack(props: Props) {
  const { state, isProved, today, figures, closing, partner, agency, page } = props;
  const isDoubtful = state === "contradicted" || !isProved;
  return (
    <BlockStack gap="400">
      {isDoubtful ? (
        <Later>
          <DoubtCard isContradicted={state === "contradicted"} isProved={isProved} />
        </Later>
      ) : null}
      <OtherKinds partner={partner} agency={agency} page={page} saidAt={null} />
      <Later>
        <StillToComeCard closing={closing} today={today} isDoubtful={isDoubtful} />
      </Later>
      {figures ? (
        <Later>
          <ChargedInTotalCard figures={figures} today={today} />
        </Later>
      ) : null}
      {isDoubtful ? <PlainBand {...props} /> : null}
    </BlockStack>
  );
}
