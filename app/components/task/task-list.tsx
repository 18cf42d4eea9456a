import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import { numberLeft } from "#app/domain/closing/leftovers.ts";
import { type ReturnTo, withReturn } from "#app/http/return-to.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { TaskCheck } from "./task-check.tsx";

type Props = {
  tasks: ClosingTask[];
  /** Where the request that is under way is shown; null while none is. */
  requestUrl: string | null;
  timeZone: string;
  /** Where the hub was come from; a task that is answered leads back there. */
  back: ReturnTo;
};

/** The hub's tasks. What is done is plain; what is left stands out; nothing here can stop the hand-over. */
export function TaskList({ tasks, requestUrl, timeZone, back }: Props) {
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
          timeZone={timeZone}
          back={back}
        />
        <TaskGroup
          title={t("close.group.recommended")}
          tasks={tasks.filter(({ blocking }) => !blocking)}
          timeZone={timeZone}
          back={back}
        />
        <Group title={t("close.group.ask")}>
          <Row url={requestUrl ?? "/app/close/review"} title={t("close.task.ticket")}>
            <Text as="span">{t(requestUrl ? "close.status.handed" : "close.status.ready")}</Text>
          </Row>
        </Group>
      </BlockStack>
    </Card>
  );
}

type GroupProps = Pick<Props, "tasks" | "timeZone" | "back"> & { title: string };

function TaskGroup({ title, tasks, timeZone, back }: GroupProps) {
  const { t } = useTranslator();
  if (tasks.length === 0) return null;
  return (
    <Group title={title}>
      {tasks.map((task) => (
        <BlockStack key={task.key} gap="050">
          <Row url={withReturn(`/app/close/${task.key}`, back)} title={t(`close.task.${task.key}`)}>
            <TaskStatus task={task} />
          </Row>
          {task.checkable ? <TaskCheck task={task} timeZone={timeZone} /> : null}
        </BlockStack>
      ))}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

function Row({ url, title, children }: { url: string; title: string; children: ReactNode }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
      <Link url={url}>{title}</Link>
      {children}
    </InlineStack>
  );
}

/** The status in a word; what only the merchant said is marked as theirs. */
export function TaskStatus({ task }: { task: ClosingTask }) {
  const { t, date } = useTranslator();
  const { status, open, ending, funded } = task;
  const told = task.evidence === "told" ? ` · ${t("close.told")}` : "";
  if (status === "done" && ending && told === "")
    return (
      <Text as="span">
        {t("close.ending", { count: numberLeft(ending.contracts), on: date(ending.lastOn) })}
      </Text>
    );
  if (status === "funded")
    return <Text as="span">{t("close.status.funded", { on: date(funded?.lastOn ?? "") })}</Text>;
  if (status === "done") return <Text as="span">{`${t("close.status.done")}${told}`}</Text>;
  if (status === "unknown") return <Badge>{t("close.status.unknown")}</Badge>;
  const count = numberLeft(open);
  const left = count > 0 ? t("close.status.open", { count }) : t("close.status.openPlain");
  return <Badge tone="attention">{`${left}${told}`}</Badge>;
}
