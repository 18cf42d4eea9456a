import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import { Freshness } from "#app/components/account/freshness.tsx";
import { BalanceForm } from "#app/components/account-kinds/balance-form.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { StatedForm } from "#app/components/task/stated-form.tsx";
import { TaskCheck } from "#app/components/task/task-check.tsx";
import { TaskGuide } from "#app/components/task/task-guide.tsx";
import { TaskResult } from "#app/components/task/task-result.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readTaskForm } from "#app/http/read-task-form.ts";
import { needsOwnWay } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";

export const meta = pageTitle<{ task: ClosingTask }>(({ task }, t) => t(`close.task.${task.key}`));

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const shown = await showTask({ shop, key: args.params.task ?? "" }, deps);
  if (!shown) throw new Response(null, { status: 404 });
  needsOwnWay(shown.view, args.request);
  if (shown.outcome === "no-task") throw new Response(null, { status: 404 });
  const { view, outcome: _outcome, ...task } = shown;
  return {
    ...task,
    page: pageView(view),
    today: view.today.toString(),
    back: returnTo(new URL(args.request.url).searchParams.get("back")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, actor, deps } = await requireShop(args);
  const shown = await showTask({ shop, key: args.params.task ?? "" }, deps);
  if (shown?.outcome !== "task") throw new Response(null, { status: 404 });
  const { key } = shown.task;
  const data = await readForm(args.request);
  const read = readTaskForm(data, key, shown.view);
  if (read.outcome === "rejected") return json({ problems: read.problems }, { status: 422 });
  await saveFacts({ shop, actor, facts: read.facts }, deps);
  const back = returnTo(data.get("back"));
  return redirect(back.name === "hub" ? `/app/close/${key}` : back.url);
}

export default function Task() {
  const { page, route, task, asks, link, partnerComment, balance, today, back } =
    useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const { t } = useTranslator();
  const messages = problems.map(({ message, values }) => t(message, values));
  return (
    <Page title={t(`close.task.${task.key}`)} backAction={{ content: t(back.title), url: back.url }}>
      <BlockStack gap="400">
        <ErrorSummary messages={messages} />
        <TaskGuide task={task.key} route={route} link={link} partnerComment={partnerComment} />
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t("task.result")}
            </Text>
            <TaskResult task={task} connected={page.freshness.connected} timeZone={page.timeZone} />
            {task.checkable && page.freshness.connected ? (
              <TaskCheck task={task} timeZone={page.timeZone} toldAbove />
            ) : null}
            {task.checkable ? <Freshness {...page.freshness} silent={page.freshness.connected} /> : null}
          </BlockStack>
        </Card>
        {task.key === "partner-balance" ? (
          <BalanceForm balance={balance} currency={page.currency} today={today} back={back.name} />
        ) : asks ? (
          <StatedForm key={task.toldAt} task={task} problem={messages[0] ?? null} back={back.name} />
        ) : null}
      </BlockStack>
    </Page>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
