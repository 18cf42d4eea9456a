import { Badge, Card, Link, Text } from "@shopify/polaris";
import { taskBadges, taskDetails } from "#app/components/closing/task-words.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

type Props = { tasks: readonly ClosingTask[]; counts: LeftCounts | null; today: string };

/** What the text names as open; it never stops the sending. */
export function TasksLeft({ tasks, counts, today }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  // A form or a balance that nobody can look up is asked for in its own place.
  const left = tasks.filter(
    ({ status, checkable }) => status === "open" || (status === "unknown" && checkable),
  );
  return (
    <Card>
      <div className="tasks-left-head">
        <Text as="h2" variant="headingSm">
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
              {taskBadges(task, today, translator).map(({ text, tone }) => (
                <Badge key={text} {...(tone && { tone })}>
                  {text}
                </Badge>
              ))}
              <span className="task-row-detail">
                {taskDetails(task, counts, today, translator).map((part) => (
                  <span key={part}>
                    <bdi>{part}</bdi>
                  </span>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
