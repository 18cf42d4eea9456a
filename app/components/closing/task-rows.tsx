import { Card, Icon, Text, UnstyledLink } from "@shopify/polaris";
import { ChevronRightIcon } from "@shopify/polaris-icons";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import { type ReturnTo, withReturn } from "#app/http/return-to.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { StateShape } from "./state-shape.tsx";
import { TaskBadges, TaskDetails } from "./task-state.tsx";
import { isDone, taskShape } from "./task-words.ts";

type Props = {
  title: string;
  help: string;
  tasks: readonly ClosingTask[];
  counts: LeftCounts | null;
  today: string;
  /** Where the list was come from; a task that is answered leads back there. */
  back: ReturnTo;
};

/** Every task with what is left of it. The whole row is the link; nothing here can stop the sending. */
export function TaskRows({ title, help, tasks, counts, today, back }: Props) {
  return (
    <Card padding="0">
      <div className="closing-pad">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p" tone="subdued">
          {help}
        </Text>
      </div>
      <ul className="task-rows">
        {tasks.map((task) => (
          <TaskRow key={task.key} {...{ task, counts, today, back }} />
        ))}
      </ul>
    </Card>
  );
}

function TaskRow({
  task,
  counts,
  today,
  back,
}: Pick<Props, "counts" | "today" | "back"> & { task: ClosingTask }) {
  const { t } = useTranslator();
  return (
    <li>
      <UnstyledLink url={withReturn(`/app/close/${task.key}`, back)} className="task-row">
        <StateShape shape={taskShape(task)} />
        <span className="task-row-main">
          <span className="task-row-words">
            <span>
              <span className="task-row-name">{t(`close.task.${task.key}`)}</span>
              {task.blocking || isDone(task) ? null : (
                <span className="task-row-recommended"> {t("closing.recommended")}</span>
              )}
            </span>
            <TaskDetails task={task} counts={counts} today={today} />
          </span>
          <span className="task-row-badges">
            <TaskBadges task={task} today={today} />
          </span>
        </span>
        <span className="task-row-go">
          <Icon source={ChevronRightIcon} tone="subdued" />
        </span>
      </UnstyledLink>
    </li>
  );
}
