import { Card, Link, Text } from "@shopify/polaris";
import { TaskBadges, TaskDetails } from "#app/components/closing/task-state.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

type Props = { tasks: readonly ClosingTask[]; counts: LeftCounts | null; today: string };

/** What the text names as open; it never stops the sending. */
export function TasksLeft({ tasks, counts, today }: Props) {
  const { t } = useTranslator();
  // A form or a balance that nobody can look up is asked for in its own place.
  const left = tasks.filter(
    ({ status, checkable }) => status === "open" || (status === "unknown" && checkable),
  );
  return (
    <Card>
      <div className="tasks-left-head">
        <Text as="h2" variant="headingMd">
          {t("review.left")}
        </Text>
        <Link url="/app/close?back=review" removeUnderline>
          {t("review.leftSee")}
        </Link>
      </div>
      <Text as="p" tone="subdued">
        {t(left.length === 0 ? "review.noOpenItems" : "review.leftHelp")}
      </Text>
      <dl className="tasks-left">
        {left.map((task) => (
          <div key={task.key}>
            <dt>{t(`close.task.${task.key}`)}</dt>
            <dd>
              <TaskBadges task={task} today={today} />
              <TaskDetails task={task} counts={counts} today={today} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
