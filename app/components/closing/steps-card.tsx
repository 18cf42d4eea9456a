import { Button, Card, Link, List, Text } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import {
  ACTION_CHOICES,
  REVERSAL_REASONS,
  taskNotes,
  taskSteps,
  taskWhy,
} from "#app/components/task/task-steps.ts";
import type { ClosingPath } from "#app/domain/closing-path/closing-path.ts";
import type { TaskKey } from "#app/domain/closing-path/path-tasks.ts";
import type { MorePlace } from "#app/services/closing/impact-links.ts";
import { Fold } from "./fold.tsx";

type Props = {
  task: TaskKey;
  route: ClosingPath;
  link: string;
  places: readonly MorePlace[];
  partnerComment: string | null;
};

/** What to press in impact.com, in order, and the way there. */
export function StepsCard({ task, link, places, partnerComment }: Omit<Props, "route">) {
  const { t } = useTranslator();
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        {t("task.do")}
      </Text>
      <ol className="do-steps">
        {taskSteps(task).map((step) => (
          <li key={step}>
            <span>{t(step)}</span>
          </li>
        ))}
      </ol>
      {partnerComment ? (
        <CopyText label={t("task.withdraw-switches.comment")} text={partnerComment} lang="en" />
      ) : null}
      <div className="closing-buttons">
        <Button variant="primary" url={link} target="_blank" icon={ExternalIcon}>
          {t(task === "refund-form" ? "task.formLink" : "task.openInImpact")}
        </Button>
        {places.map(({ place, url }) => (
          <Link key={place} url={url} target="_blank" removeUnderline>
            {t(`task.place.${place}`)}
          </Link>
        ))}
      </div>
      {taskNotes(task).map((note) => (
        <p key={note} className="step-note">
          {t(note)}
        </p>
      ))}
    </Card>
  );
}

/** Why a task matters and how it is checked, for whoever asks. */
export function TaskFolds({ task, route }: Pick<Props, "task" | "route">) {
  const { t } = useTranslator();
  return (
    <Card padding="0">
      {task === "settle-pending-actions" ? (
        <Fold title={t("task.choices")}>
          <Choices />
        </Fold>
      ) : null}
      <Fold title={t("task.why")}>
        <Text as="p">{t(taskWhy(task, route))}</Text>
      </Fold>
      <Fold title={t("task.how")}>
        <Text as="p">{t(`task.${task}.how`)}</Text>
      </Fold>
    </Card>
  );
}

function Choices() {
  const { t } = useTranslator();
  return (
    <>
      <List>
        {ACTION_CHOICES.map((choice) => (
          <List.Item key={choice}>{t(choice)}</List.Item>
        ))}
      </List>
      <Text as="h3" variant="headingSm">
        {t("task.reasons")}
      </Text>
      <List>
        {REVERSAL_REASONS.map((reason) => (
          <List.Item key={reason}>{t(reason)}</List.Item>
        ))}
      </List>
      <Text as="p">{t("task.reason.not")}</Text>
    </>
  );
}
