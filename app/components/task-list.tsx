import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { TaskCheck } from "./task-check.tsx";
import { useTranslator } from "./translator.tsx";

/** `ticks`: when the merchant said that a task is done, by task. */
type Marks = { ticks: Record<string, string>; timeZone: string };

/** The hub's tasks. What is done is plain; what is left stands out; nothing here can stop the hand-over. */
export function TaskList({ tasks, ...marks }: Marks & { tasks: ClosingTask[] }) {
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
        <TaskGroup
          title={t("close.group.settle")}
          tasks={tasks.filter(({ blocking }) => blocking)}
          {...marks}
        />
        <TaskGroup
          title={t("close.group.recommended")}
          tasks={tasks.filter(({ blocking }) => !blocking)}
          {...marks}
        />
      </BlockStack>
    </Card>
  );
}

function TaskGroup({ title, tasks, ticks, timeZone }: Marks & { title: string; tasks: ClosingTask[] }) {
  const { t } = useTranslator();
  if (tasks.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {tasks.map((task) => (
        <BlockStack key={task.key} gap="050">
          <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
            <Link url={`/app/close/${task.key}`}>{t(`close.task.${task.key}`)}</Link>
            <TaskStatus task={task} />
          </InlineStack>
          <Told at={task.status === "unknown" ? ticks[task.key] : undefined} timeZone={timeZone} />
          <TaskCheck task={task} timeZone={timeZone} />
        </BlockStack>
      ))}
    </BlockStack>
  );
}

function Told({ at, timeZone }: { at: string | undefined; timeZone: string }) {
  const { t, instant } = useTranslator();
  return at ? (
    <Text as="p" variant="bodySm">
      {t("tick.told", { when: instant(at, timeZone) })}
    </Text>
  ) : null;
}

export function TaskStatus({ task }: { task: ClosingTask }) {
  const { t } = useTranslator();
  if (task.status === "done") return <Text as="span">{t("close.status.done")}</Text>;
  if (task.status === "open")
    return <Badge tone="attention">{t("close.status.open", { count: task.open.length })}</Badge>;
  return <Badge>{t("close.status.unknown")}</Badge>;
}
