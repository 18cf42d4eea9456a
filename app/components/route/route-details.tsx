import { BlockStack, Link, Text } from "@shopify/polaris";
import { useProvenanceText } from "#app/components/account/provenance.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { FoundClosingPath } from "#app/services/closing/closing-path.ts";
import { RouteQuestions, type RouteQuestionsProps } from "./route-questions.tsx";

type Props = {
  way: FoundClosingPath;
  told: RouteQuestionsProps["told"];
  /** When the newest answer was told, and the zone to show that in. */
  toldAt: string | null;
  timeZone: string;
  /** Whether the trial's own page can still help. */
  trialOpen: boolean;
};

/** Why it is this one of the four ways, and the one question that would settle it; its name is the fold around it. */
export function RouteDetails({ way, told, toldAt, timeZone, trialOpen }: Props) {
  const { t, note } = useTranslator();
  const provenance = useProvenanceText();
  const isTrial = way.route === "trial-cancel";
  return (
    <BlockStack gap="200" inlineAlign="start">
      {way.because.map((each) => (
        <Text as="p" key={each.id}>
          {note(each)}
        </Text>
      ))}
      <Text as="p">{t(isTrial ? "route.trial" : "route.ticket")}</Text>
      {way.route === "brand-ticket" || way.route === "partner-ticket" ? (
        <Text as="p" fontWeight="semibold">
          {t("route.irreversible")}
        </Text>
      ) : null}
      {toldAt ? (
        <Text as="p" tone="subdued">
          {provenance({ kind: "told", at: toldAt, timeZone })}
        </Text>
      ) : null}
      {way.ask ? (
        <>
          <Text as="p">{t("route.toSettle")}</Text>
          <RouteQuestions questions={[way.ask]} told={told} kind={way.kind} unanswered={false} back="hub" />
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
