import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, List, Page, Text } from "@shopify/polaris";
import { Freshness } from "#app/components/freshness.tsx";
import { TaskCheck } from "#app/components/task-check.tsx";
import { TaskResult } from "#app/components/task-result.tsx";
import { taskSteps } from "#app/components/task-steps.ts";
import { TaskTick } from "#app/components/task-tick.tsx";
import { useTranslator } from "#app/components/translator.tsx";
import { pageView } from "#app/http/page-view.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { isTaskKey } from "#app/services/closing/closing-tasks.ts";
import { impactLink, REFUND_FORM_URL } from "#app/services/closing/impact-links.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { ticksOf } from "#app/services/drafts/tick-task.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const key = args.params.task ?? "";
  const closing = isTaskKey(key) ? await showClosing({ shop }, deps) : null;
  const task = closing?.tasks.find((each) => each.key === key);
  if (!closing || !task) throw new Response(null, { status: 404 });
  const { impactAppUrl } = deps.settings;
  return {
    page: pageView(closing.view),
    task,
    tickedAt: (await ticksOf(shop, deps))[task.key] ?? null,
    link:
      task.key === "refund-form"
        ? REFUND_FORM_URL
        : task.key === "delete-catalogs"
          ? impactAppUrl
          : impactLink(task.key, impactAppUrl),
  };
}

export default function Task() {
  const { page, task, tickedAt, link } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <Page title={t(`close.task.${task.key}`)} backAction={{ content: t("close.title"), url: "/app/close" }}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <Block title={t("task.why")} text={t(`task.${task.key}.why`)} />
            <Block title={t("task.how")} text={t(`task.${task.key}.how`)} />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t("task.do")}
            </Text>
            <List type="number">
              {taskSteps(task.key).map((step) => (
                <List.Item key={step}>{t(step)}</List.Item>
              ))}
            </List>
            <Button url={link} target="_blank">
              {t(task.key === "refund-form" ? "task.formLink" : "task.openInImpact")}
            </Button>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t("task.result")}
            </Text>
            <TaskResult task={task} connected={page.freshness.connected} timeZone={page.timeZone} />
            {page.freshness.connected ? <TaskCheck task={task} timeZone={page.timeZone} /> : null}
            {task.status === "unknown" ? (
              <TaskTick task={task.key} tickedAt={tickedAt} timeZone={page.timeZone} />
            ) : null}
            <Freshness {...page.freshness} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      <Text as="p">{text}</Text>
    </BlockStack>
  );
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/route-boundary.tsx";
