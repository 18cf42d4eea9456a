import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { Freshness } from "#app/components/account/freshness.tsx";
import { UnreadRows } from "#app/components/account/unread-rows.tsx";
import { BalanceForm } from "#app/components/account-kinds/balance-form.tsx";
import { ClosingHead } from "#app/components/closing/closing-head.tsx";
import { ItemList } from "#app/components/closing/item-list.tsx";
import { LocksCard } from "#app/components/closing/locks-card.tsx";
import { MovesCard } from "#app/components/closing/moves-card.tsx";
import { StepsCard, TaskFolds } from "#app/components/closing/steps-card.tsx";
import { TaskCount } from "#app/components/closing/task-count.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { pageTitle } from "#app/components/page/page-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { StatedForm } from "#app/components/task/stated-form.tsx";
import { TaskCheck } from "#app/components/task/task-check.tsx";
import { TaskResult } from "#app/components/task/task-result.tsx";
import { isAboutActions } from "#app/domain/index.ts";
import { pageView } from "#app/http/page-view.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readItemQuery } from "#app/http/read-item-query.ts";
import { readTaskForm } from "#app/http/read-task-form.ts";
import { refuseAgency } from "#app/http/redirect-keeping-query.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { returnTo } from "#app/http/return-to.ts";
import { savedAt } from "#app/http/saved.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { showTask } from "#app/services/closing/show-task.server.ts";
import closingStyles from "#app/styles/closing.css?url";
import costStyles from "#app/styles/cost.css?url";

export const links = () => [
  { rel: "stylesheet", href: closingStyles },
  { rel: "stylesheet", href: costStyles },
];

export const meta = pageTitle<{ task: ClosingTask }>(({ task }, t) => t(`close.task.${task.key}`));

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const { searchParams } = new URL(args.request.url);
  const shown = await showTask(
    { shop, key: args.params.task ?? "", query: readItemQuery(searchParams) },
    deps,
  );
  if (!shown) throw new Response(null, { status: 404 });
  refuseAgency(shown.view, args.request);
  if (shown.outcome === "no-task") throw new Response(null, { status: 404 });
  const { view, outcome: _outcome, ...task } = shown;
  return {
    ...task,
    isAboutActions: isAboutActions(task.task.key),
    page: pageView(view),
    today: view.today.toString(),
    back: returnTo(searchParams.get("back")),
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
  return redirect(savedAt(back.name === "hub" ? `/app/close/${key}` : back.url));
}

export default function Task() {
  const { page, route, task, link, places, partnerComment, items, outlook, back, ...data } =
    useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const { t } = useTranslator();
  const messages = problems.map(({ message, values }) => t(message, values));
  const wide = data.isAboutActions && data.counts?.actions;
  const steps = <StepsCard task={task.key} {...{ link, places, partnerComment }} />;
  const list = items ? <ItemList task={task.key} list={items} currency={page.currency} /> : null;
  return (
    <Page>
      <ClosingHead
        title={t(`close.task.${task.key}`)}
        back={{ label: t(back.title), url: back.url }}
        meta={
          task.checkable && page.freshness.connected ? (
            <TaskCheck task={task} timeZone={page.timeZone} shownAbove />
          ) : null
        }
      />
      {task.checkable ? <Freshness {...page.freshness} silent={page.freshness.connected} /> : null}
      <BlockStack gap="400">
        <ErrorSummary messages={messages} />
        <UnreadRows unread={page.unread} />
        {wide && data.counts ? (
          <>
            <TaskFailure />
            <LocksCard outlook={outlook} counts={data.counts} earliest={data.earliest} today={data.today} />
            {outlook ? <MovesCard outlook={outlook} /> : null}
            {steps}
            {list}
            <OwnAnswer messages={messages} />
            <TaskFolds task={task.key} route={route} />
          </>
        ) : (
          <div className="closing-two closing-task">
            <div className="closing-column task-result">
              {items && task.evidence !== "told" ? (
                <TaskCount task={task} page={items} today={data.today} />
              ) : null}
              <TaskFailure always={!items || task.evidence === "told"} />
            </div>
            <div className="closing-column task-side">
              {steps}
              <TaskFolds task={task.key} route={route} />
            </div>
            <div className="closing-column task-list">
              {list}
              <OwnAnswer messages={messages} />
            </div>
          </div>
        )}
      </BlockStack>
    </Page>
  );
}

/** In words what a check found, where there is no list to show it or the last check failed. */
function TaskFailure({ always = false }: { always?: boolean }) {
  const { task, page, items } = useLoaderData<typeof loader>();
  if (!always && !task.failure) return null;
  return (
    <Card>
      <TaskResult
        task={task}
        connected={page.freshness.connected}
        timeZone={page.timeZone}
        named={items === null}
      />
    </Card>
  );
}

/** Where the merchant's word could count, the form for it. */
function OwnAnswer({ messages }: { messages: string[] }) {
  const { task, asks, balance, page, today, back } = useLoaderData<typeof loader>();
  if (task.key === "partner-balance")
    return <BalanceForm balance={balance} currency={page.currency} today={today} back={back.name} />;
  return asks ? (
    <StatedForm key={task.statedAt} task={task} problem={messages[0] ?? null} back={back.name} />
  ) : null;
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
