import { Badge } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { taskBadges, taskDetails } from "./task-words.ts";

/** What is known of what is left of a task. */
export function TaskDetails({
  task,
  counts,
  today,
}: {
  task: ClosingTask;
  counts: LeftCounts | null;
  today: string;
}) {
  const translator = useTranslator();
  return (
    <span className="task-row-detail">
      {taskDetails(task, counts, today, translator).map((part) => (
        <span key={part}>
          <bdi>{part}</bdi>
        </span>
      ))}
    </span>
  );
}

export function TaskBadges({ task, today }: { task: ClosingTask; today: string }) {
  const translator = useTranslator();
  return taskBadges(task, today, translator).map(({ text, tone }) => (
    <Badge key={text} {...(tone && { tone })}>
      {text}
    </Badge>
  ));
}
