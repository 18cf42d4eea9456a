import { Button, Card, Link, Text } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosureReport } from "#app/domain/report/closure-json.ts";
import { spaced } from "#app/messages/close-up.ts";
import { StateShape } from "./state-shape.tsx";

type Props = {
  conditions: ClosureReport["trial"]["conditions"];
  endsOn: string | null;
  contractsLeft: number | null;
  subscriptionUrl: string;
};

const SHAPES = { met: "done", "not-met": "left", unknown: "not-checked" } as const;
/** Who knows a condition: the trial and the card are the merchant's word, actions are read (S0, G12). */
const SOURCES = { "in-trial": "entered", "card-untouched": "entered", "no-actions": "checked" } as const;

/** S0's three conditions with the state of each, and the three presses in impact.com. */
export function TrialCards({ conditions, endsOn, contractsLeft, subscriptionUrl }: Props) {
  const { t, shortDate } = useTranslator();
  return (
    <div className="closing-pair">
      <Card>
        <Text as="h2" variant="headingMd">
          {t("closing.trial.why")}
        </Text>
        <ul className="conditions">
          {conditions.map(({ key, state }) => (
            <li key={key}>
              <StateShape shape={SHAPES[state]} />
              <span>
                {t(`closing.condition.${key}`, { state })}
                {key === "in-trial" && endsOn ? (
                  <span className="cell-note">{t("closing.condition.until", { on: shortDate(endsOn) })}</span>
                ) : null}
              </span>
              <span className="condition-source">
                {t(state === "unknown" ? "closing.notKnownYet" : `closing.source.${SOURCES[key]}`)}
              </span>
            </li>
          ))}
        </ul>
        {contractsLeft ? (
          <Text as="p" tone="subdued">
            {spaced(t("closing.trial.firstAction"))}
            <Link url="/app/close/expire-contracts">
              {t("closing.trial.expire", { count: contractsLeft })}
            </Link>
          </Text>
        ) : null}
      </Card>
      <Card>
        <Text as="h2" variant="headingMd">
          {t("closing.trial.steps")}
        </Text>
        <ol className="do-steps">
          {(["closing.trial.step1", "closing.trial.step2", "closing.trial.step3"] as const).map((step) => (
            <li key={step}>
              <span>{t(step)}</span>
            </li>
          ))}
        </ol>
        <div className="closing-buttons">
          <Button url={subscriptionUrl} target="_blank" icon={ExternalIcon}>
            {t("close.route.trialLink")}
          </Button>
          <Button url="/app/close/trial">{t("closing.trial.canceled")}</Button>
        </div>
        <Text as="p" tone="subdued">
          {spaced(t("closing.trial.noButton"))}
          <Link url="/app/close/review">{t("closing.trial.request")}</Link>
        </Text>
      </Card>
    </div>
  );
}
