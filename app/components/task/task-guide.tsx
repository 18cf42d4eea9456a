import { BlockStack, Button, Card, List, Text } from "@shopify/polaris";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingPath, TaskKey } from "#app/domain/index.ts";
import { ACTION_CHOICES, REVERSAL_REASONS, taskSteps, taskWhy } from "./task-steps.ts";

type Props = { task: TaskKey; route: ClosingPath; link: string; partnerComment: string | null };

/** Why a task matters, how it is checked, and what to do about it in impact.com. */
export function TaskGuide({ task, route, link, partnerComment }: Props) {
  const { t } = useTranslator();
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Block title={t("task.why")} text={t(taskWhy(task, route))} />
          <Block title={t("task.how")} text={t(`task.${task}.how`)} />
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("task.do")}
          </Text>
          <List type="number">
            {taskSteps(task).map((step) => (
              <List.Item key={step}>{t(step)}</List.Item>
            ))}
          </List>
          {task === "settle-pending-actions" ? <ActionChoices /> : null}
          {partnerComment ? (
            <div style={{ width: "100%" }}>
              <CopyText label={t("task.withdraw-switches.comment")} text={partnerComment} />
            </div>
          ) : null}
          <Button url={link} target="_blank">
            {t(task === "refund-form" ? "task.formLink" : "task.openInImpact")}
          </Button>
        </BlockStack>
      </Card>
    </>
  );
}

function ActionChoices() {
  const { t } = useTranslator();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t("task.choices")}
      </Text>
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
    </BlockStack>
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
