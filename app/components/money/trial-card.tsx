import { Badge, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import { Band } from "./band.tsx";
import { bounded } from "./bounded.ts";

type Props = {
  trial: NonNullable<HomeFigures["trial"]>;
  standing: StandingReport;
  subscriptionUrl: string;
};

/** While the trial runs the shortest way out needs no request: it comes first, with the conditions as far as they are known. */
export function TrialCard({ trial, standing, subscriptionUrl }: Props) {
  const words = useTranslator();
  const { t, day, dated } = words;
  const { fee, staying, currency, asOf } = standing;
  const until = day(trial.endsOn);
  return (
    <Card padding="0">
      <div className="money-trial">
        <div>
          <Text as="h2" variant="headingSm">
            {t("overview.trial.title", { on: until })}
          </Text>
          <Text as="p">{t("overview.trial.body")}</Text>
          <List type="number">
            <List.Item>{t("trial.do1")}</List.Item>
            <List.Item>{t("trial.do2")}</List.Item>
          </List>
          <InlineStack gap="200">
            <Button variant="primary" url={subscriptionUrl} target="_blank" icon={ExternalIcon}>
              {t("overview.trial.open")}
            </Button>
            <Button url="/app/close/trial">{t("overview.trial.done")}</Button>
          </InlineStack>
        </div>
        <div>
          <Text as="h3" variant="headingSm">
            {t("overview.trial.only")}
          </Text>
          <ul className="money-conditions">
            <li>
              {t("overview.trial.runs", { on: until })}
              <Badge>{t("overview.entered")}</Badge>
            </li>
            <li>
              {t("overview.trial.noAction")}
              <KnownBadge known={trial.actions === "none" ? "checked" : "onlyYou"} />
            </li>
            <li>
              {t("overview.trial.noCharge")}
              <KnownBadge known={trial.card === "never" ? "entered" : "onlyYou"} />
            </li>
          </ul>
        </div>
      </div>
      <Band
        title={t("overview.band.trial")}
        line={t("overview.band.trialCost", {
          month: bounded({ amount: staying.minimum.perMonth, bound: staying.minimum.bound }, currency, words),
          on: dated(fee.next?.date ?? asOf, asOf),
        })}
        link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
      />
    </Card>
  );
}

function KnownBadge({ known }: { known: "checked" | "entered" | "onlyYou" }) {
  const { t } = useTranslator();
  return known === "checked" ? (
    <Badge tone="success">{t("overview.checked")}</Badge>
  ) : known === "entered" ? (
    <Badge>{t("overview.entered")}</Badge>
  ) : (
    <Badge tone="attention">{t("overview.onlyYou")}</Badge>
  );
}
