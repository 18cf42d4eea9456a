import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { ClosingHead } from "#app/components/closing/closing-head.tsx";
import { Fold } from "#app/components/closing/fold.tsx";
import { TaskRows } from "#app/components/closing/task-rows.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { useBackgroundWork } from "#app/components/page/use-background-work.ts";
import { RequestActions } from "#app/components/request/request-actions.tsx";
import { RequestByHand } from "#app/components/request/request-by-hand.tsx";
import { DeskCard, ProbeCard } from "#app/components/request/request-checks.tsx";
import { RequestDocuments } from "#app/components/request/request-documents.tsx";
import { requestBadges } from "#app/components/request/request-headline.ts";
import { RequestMoves } from "#app/components/request/request-moves.tsx";
import { RequestReceipt } from "#app/components/request/request-receipt.tsx";
import { RequestText } from "#app/components/request/request-text.tsx";
import { moveProblemField, moveProblemText } from "#app/http/move-problem-text.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readMoveForm } from "#app/http/read-move-form.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { savedAt } from "#app/http/saved.ts";
import { stepsAhead } from "#app/messages/request-ahead.ts";
import { impactLink } from "#app/services/closing/impact-links.ts";
import { type AskAboutOutcome, askAbout } from "#app/services/requests/ask-about.server.ts";
import { type MoveOutcome, saveMove } from "#app/services/requests/save-move.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";

import closingStyles from "#app/styles/closing.css?url";

export const links = () => [{ rel: "stylesheet", href: closingStyles }];

type Answer = { problem: MoveOutcome | { outcome: "choose" } | null; asked: AskAboutOutcome | null };

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const receipt = await showRequest({ shop, reference: args.params.reference ?? "" }, deps);
  if (!receipt) throw new Response(null, { status: 404 });
  return { receipt, supportUrl: impactLink("support", deps.settings.impactAppUrl) };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const reference = args.params.reference ?? "";
  const form = await readForm(args.request);
  const ask = form.get("ask");
  if (ask === "desk" || ask === "desk-if-old") {
    const asked = await askAbout({ shop, reference, now: ask === "desk" }, deps);
    return json<Answer>({ problem: null, asked: ask === "desk" ? asked : null });
  }
  const { trigger, ...stated } = readMoveForm(form);
  const moved = trigger
    ? await saveMove({ shop, reference, actor, trigger, ...stated }, deps)
    : { outcome: "choose" as const };
  if (moved.outcome === "unknown-request") throw new Response(null, { status: 404 });
  if (moved.outcome === "recorded") throw redirect(savedAt(`/app/close/requests/${reference}`));
  return json<Answer>({ problem: moved, asked: null }, { status: 422 });
}

export const meta = pageTitle<{ receipt: { reference: string } }>(({ receipt }, t) =>
  t("receipt.title", { reference: receipt.reference }),
);

export default function Request() {
  const { receipt, supportUrl } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const translator = useTranslator();
  const { t } = translator;
  const waiting = receipt.status === "sending" || receipt.status === "retrying";
  useBackgroundWork(waiting ? `request=${receipt.reference}` : null, receipt.status);
  const problem = answer?.problem
    ? { text: moveProblemText(answer.problem, t), field: moveProblemField(answer.problem) }
    : null;
  const byHand = receipt.status === "by-hand" || receipt.status === "undelivered";
  const { store, account, tasks } = receipt;
  const documents = (
    <RequestDocuments reference={receipt.reference} hasDates={stepsAhead(receipt, translator).length > 0} />
  );
  return (
    <Page>
      <ClosingHead
        title={t("receipt.title", { reference: receipt.reference })}
        badges={requestBadges(receipt, translator)}
        back={{ label: t("close.title"), url: "/app/close" }}
        meta={
          <>
            {account
              ? t("exit.for", { shopName: store, account })
              : t("exit.forNoAccount", { shopName: store })}
            {receipt.ticketNumber ? (
              <> · {t("receipt.ticketNumber", { number: receipt.ticketNumber })}</>
            ) : null}
          </>
        }
        actions={<RequestActions request={receipt} />}
      />
      <BlockStack gap="400">
        <ErrorSummary messages={problem ? [problem.text] : []} />
        <div className="closing-two request-parts">
          <div className="closing-column">
            {byHand ? <RequestByHand {...receipt} supportUrl={supportUrl} /> : null}
            <RequestReceipt receipt={receipt} supportUrl={supportUrl} />
          </div>
          <div className="closing-column request-aside">
            <RequestMoves
              key={receipt.events.length}
              moves={receipt.moves}
              seen={receipt.events.length}
              withdrawText={receipt.texts.withdraw}
              problem={problem}
            />
            {receipt.desk ? <DeskCard desk={receipt.desk} timeZone={receipt.timeZone} /> : null}
            {receipt.probe ? <ProbeCard probe={receipt.probe} timeZone={receipt.timeZone} /> : null}
            <div className="request-wide">{documents}</div>
          </div>
          <div className="closing-column">
            {tasks.length > 0 ? (
              <TaskRows
                title={t("closing.tasks.sent")}
                help={t("closing.tasks.sentHelp")}
                tasks={tasks}
                counts={receipt.counts}
                today={receipt.today}
                back={returnTo("hub")}
              />
            ) : null}
            <div className="request-phone">{documents}</div>
            {byHand ? null : (
              <Card padding="0">
                <Fold title={t("receipt.text")}>
                  <RequestText subject={receipt.subject} parts={receipt.sentParts} />
                </Fold>
              </Card>
            )}
          </div>
        </div>
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
