import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Link, List, Page, Text } from "@shopify/polaris";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { TrialAnswerCard } from "#app/components/route/trial-answer.tsx";
import { TrialQuestions } from "#app/components/route/trial-questions.tsx";
import { readForm } from "#app/http/read-form.server.ts";
import { readTrialForm } from "#app/http/read-trial-form.ts";
import { refuseAgency } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { savedAt } from "#app/http/saved.ts";
import { inARow, spaced } from "#app/messages/close-up.ts";
import { findingText } from "#app/messages/finding-text.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { showTrial } from "#app/services/closing/show-trial.server.ts";
import { saveTrialAnswer } from "#app/services/closing/trial-answer.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const trial = await showTrial({ shop }, deps);
  if (!trial) throw new Response(null, { status: 404 });
  refuseAgency(trial.view, args.request);
  const { view, status, unmet, conditions, asks, answer, seen, route } = trial;
  return {
    route,
    seen,
    status,
    unmet,
    conditions,
    asks,
    answer,
    timeZone: view.timeZone,
    trialEndsOn: view.facts.trialEndsOn ?? "",
    cardEverCharged: view.facts.cardEverCharged ?? null,
    subscriptionUrl: impactLink("subscription", deps.settings.impactAppUrl),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const form = readTrialForm(await readForm(args.request));
  if (form.kind === "rejected")
    return json({ field: form.field, message: form.message, findings: [] }, { status: 422 });
  if (form.kind === "facts") {
    await saveFacts({ shop, actor, facts: form.facts }, deps);
    return redirect(savedAt("/app/close/trial"));
  }
  const saved = await saveTrialAnswer({ shop, actor, ...form.answer }, deps);
  if (saved.outcome === "saved") return redirect(savedAt("/app/close/trial"));
  return json({ field: "answer" as const, message: null, findings: saved.findings }, { status: 422 });
}

export const meta = pageTitle("trial.title");

export default function Trial() {
  const { route, seen, status, unmet, conditions, asks, answer, subscriptionUrl, ...data } =
    useLoaderData<typeof loader>();
  const rejected = useActionData<typeof action>();
  const { t, note } = useTranslator();
  const problemOf = (field: "trialEndsOn" | "answer") => {
    if (rejected?.field !== field) return null;
    return rejected.message
      ? t(rejected.message)
      : inARow(rejected.findings.map((each) => findingText(each, t)));
  };
  const byTicket = route !== "trial-cancel" && (status === "no" || seen === "not-shown");
  const headline = seen === "shown" ? "shown" : status === "no" ? "no" : (seen ?? status);
  return (
    <Page title={t("trial.title")} backAction={{ content: t("close.title"), url: "/app/close" }}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t(`trial.status.${headline}`)}
            </Text>
            {unmet.length > 0 && seen !== "shown" ? (
              <List>
                {unmet.map((each) => (
                  <List.Item key={each.id}>{note(each)}</List.Item>
                ))}
              </List>
            ) : null}
            {conditions.length > 0 ? <Text as="p">{t("trial.conditions")}</Text> : null}
            <List>
              {conditions.map(({ key, state }) => (
                <List.Item key={key}>
                  {t(`trial.condition.${key}`, { state: state === "not-met" ? "notMet" : state })}
                </List.Item>
              ))}
            </List>
            {byTicket ? (
              <>
                <Text as="p">{t("trial.byTicket")}</Text>
                <Button variant="primary" url="/app/close/review">
                  {t("close.review")}
                </Button>
              </>
            ) : null}
          </BlockStack>
        </Card>
        {asks ? <TrialQuestions {...data} problem={problemOf("trialEndsOn")} /> : null}
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t("task.do")}
            </Text>
            <List type="number">
              <List.Item>{t("trial.do1")}</List.Item>
              <List.Item>{t("trial.do2")}</List.Item>
              <List.Item>{t("trial.do3")}</List.Item>
            </List>
            <Button url={subscriptionUrl} target="_blank" variant={byTicket ? "secondary" : "primary"}>
              {t("close.route.trialLink")}
            </Button>
            <Text as="h3" variant="headingSm">
              {t("trial.effect")}
            </Text>
            <List>
              <List.Item>{t("trial.effect.stops")}</List.Item>
              <List.Item>{t("trial.effect.stays")}</List.Item>
              <List.Item>
                {spaced(t("trial.effect.contracts"))}
                <Link url="/app/close/expire-contracts">{t("close.task.expire-contracts")}</Link>
              </List.Item>
            </List>
          </BlockStack>
        </Card>
        <TrialAnswerCard
          key={answer?.at ?? ""}
          answer={answer}
          problem={problemOf("answer")}
          timeZone={data.timeZone}
        />
        <InlineStack>
          <Link url="/app/close/questions">{t("questions.title")}</Link>
        </InlineStack>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
