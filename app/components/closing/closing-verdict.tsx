import { Card, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import { phaseOf } from "#app/domain/request/phase.ts";
import type { ClosingPageView } from "#app/http/closing-page.server.ts";
import { Band } from "./band.tsx";
import { type BrandVerdict, brandFacts, leadFact } from "./brand-facts.ts";
import { Facts } from "./facts.tsx";
import { partnerFacts, partnerLead } from "./partner-facts.ts";
import { sentFacts, sentLead } from "./sent-facts.ts";
import { trialFacts, trialLead } from "./trial-facts.ts";

/** The first card: the verdict and the facts beside it, as they are for this account and its request. */
export function ClosingVerdict({ view }: { view: ClosingPageView }) {
  const translator = useTranslator();
  const { t, dated } = translator;
  const { verdict, counts, today, request, route, trial, standing, partner } = view;
  if (view.isOver) return <ClosedVerdict view={view} />;
  if (verdict === null && !request)
    return <UnknownVerdict isPartner={route.closingPath.route === "partner-ticket"} />;
  const full: BrandVerdict | null = verdict && { ...verdict, today, counts };
  if (request)
    return (
      <Facts
        lead={sentLead(request, today, translator)}
        facts={full && route.closingPath.route !== "partner-ticket" ? sentFacts(full, translator) : []}
      />
    );
  if (full === null) return null;
  if (route.closingPath.route === "partner-ticket")
    return (
      <Facts lead={partnerLead(full, translator)} facts={partnerFacts(counts, partner, today, translator)} />
    );
  if (route.closingPath.route === "trial-cancel" && trial) {
    const facts = { endsOn: trial.endsOn, today, standing };
    const fee = standing?.fee.next;
    return (
      <Facts lead={trialLead(facts, translator)} facts={trialFacts(facts, translator)}>
        <Band
          title={t("closing.band.trial")}
          text={
            standing && fee
              ? t("closing.band.trialText", {
                  bound: standing.staying.minimum.bound,
                  amount: translator.money(standing.staying.minimum.perMonth, standing.currency),
                  on: dated(fee.date, today),
                })
              : t("closing.band.plain")
          }
        />
      </Facts>
    );
  }
  return <Facts lead={leadFact(full, translator)} facts={brandFacts(full, translator)} />;
}

/** Without a sign-up date there is no date and no fee; everything else works all the same. */
function UnknownVerdict({ isPartner }: { isPartner: boolean }) {
  const { t } = useTranslator();
  return (
    <Facts
      lead={{
        label: t("closing.lead.from"),
        value: { text: t("closing.notKnownYet") },
        notes: [t(isPartner ? "closing.partner.notConnected" : "closing.lead.signUp")],
        foot: isPartner
          ? { link: t("home.setupConnect"), url: "/app/setup/connect" }
          : { link: t("home.factsGo"), url: "/app/setup" },
      }}
      facts={[]}
    />
  );
}

function ClosedVerdict({ view: { state, noted, ended } }: { view: ClosingPageView }) {
  const { t } = useTranslator();
  return (
    <Card>
      <Text as="h2" variant="headingLg">
        {state === "closed"
          ? t("close.verdictClosed")
          : t("close.verdictNoted", { proved: String(noted?.isProved ?? false) })}
      </Text>
      {ended && phaseOf(ended.state) === "rejected" ? (
        <Text as="p">{t("home.requestPhase", { request: "rejected" })}</Text>
      ) : null}
    </Card>
  );
}
