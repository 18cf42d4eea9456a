import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { useTranslator } from "./translator.tsx";

/** The hub's tasks. What is done is plain; what is left stands out; nothing here can stop the hand-over. */
export function TaskList({ tasks }: { tasks: ClosingTask[] }) {
  const { t } = useTranslator();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("close.tasks")}
          </Text>
          <Text as="p" tone="subdued">
            {t("close.tasksHelp")}
          </Text>
        </BlockStack>
        <TaskGroup title={t("close.group.settle")} tasks={tasks.filter(({ blocking }) => blocking)} />
        <TaskGroup title={t("close.group.recommended")} tasks={tasks.filter(({ blocking }) => !blocking)} />
      </BlockStack>
    </Card>
  );
}

function TaskGroup({ title, tasks }: { title: string; tasks: ClosingTask[] }) {
  const { t } = useTranslator();
  if (tasks.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {tasks.map((task) => (
        <InlineStack key={task.key} align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Link url={`/app/close/${task.key}`}>{t(`close.task.${task.key}`)}</Link>
          <TaskStatus task={task} />
        </InlineStack>
      ))}
    </BlockStack>
  );
}

export function TaskStatus({ task }: { task: ClosingTask }) {
  const { t } = useTranslator();
  if (task.status === "done") return <Text as="span">{t("close.status.done")}</Text>;
  if (task.status === "open")
    return <Badge tone="attention">{t("close.status.open", { count: task.open.length })}</Badge>;
  return <Badge>{t("close.status.unknown")}</Badge>;
}
