import { BlockStack, Link, Text } from "@shopify/polaris";
import { useProvenanceText } from "#app/components/account/provenance.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FoundClosingPath } from "#app/services/closing/closing-path.ts";
import { RouteQuestions, type RouteQuestionsProps } from "./route-questions.tsx";

type Props = {
  closingPath: FoundClosingPath;
  stated: RouteQuestionsProps["stated"];
  /** When the newest answer was told, and the zone to show that in. */
  lastStatedAt: string | null;
  timeZone: string;
  /** Whether the trial's own page can still help. */
  trialOpen: boolean;
};

/** Why it is this one of the four ways, and the one question that would settle it; its name is the fold around it. */
export function RouteDetails({ closingPath, stated, lastStatedAt, timeZone, trialOpen }: Props) {
  const { t, note } = useTranslator();
  const provenance = useProvenanceText();
  const isTrial = closingPath.route === "trial-cancel";
  return (
    <BlockStack gap="200" inlineAlign="start">
      {closingPath.because.map((each) => (
        <Text as="p" key={each.id}>
          {note(each)}
        </Text>
      ))}
      <Text as="p">{t(isTrial ? "route.trial" : "route.ticket")}</Text>
      {closingPath.route === "brand-ticket" || closingPath.route === "partner-ticket" ? (
        <Text as="p" fontWeight="semibold">
          {t("route.irreversible")}
        </Text>
      ) : null}
      {lastStatedAt ? (
        <Text as="p" tone="subdued">
          {provenance({ kind: "told", at: lastStatedAt, timeZone })}
        </Text>
      ) : null}
      {closingPath.ask ? (
        <>
          <Text as="p">{t("route.toSettle")}</Text>
          <RouteQuestions
            questions={[closingPath.ask]}
            stated={stated}
            kind={closingPath.kind}
            unanswered={false}
            back="hub"
          />
        </>
      ) : null}
      {trialOpen ? (
        <Link url="/app/close/trial">{t(isTrial ? "route.trialSteps" : "close.route.trialMore")}</Link>
      ) : null}
      <Link url="/app/close/route">{t("route.change")}</Link>
      <Link url="/app/close/questions">{t("questions.title")}</Link>
    </BlockStack>
  );
}
