import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { AnswerChoice } from "#app/components/page/answer-choice.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";

type Props = { task: ClosingTask; problem: string | null; back: string };

/** The merchant's own word on a task that impact.com's API cannot tell, or does not tell now. */
export function StatedForm({ task, problem, back }: Props) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const chosen = task.evidence === "told" ? task.status : null;
  return (
    <Card>
      <Form method="post" noValidate>
        <input type="hidden" name="back" value={back} />
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("told.title")}
          </Text>
          <Text as="p">{t(task.checkable ? "told.checkable" : "told.only")}</Text>
          <AnswerChoice
            name="told"
            title={t("told.legend")}
            chosen={chosen}
            error={problem}
            choices={[
              { value: "done", label: t("told.done") },
              { value: "open", label: t("told.open") },
            ]}
          />
          <Button submit loading={busy}>
            {t("common.save")}
          </Button>
        </BlockStack>
      </Form>
    </Card>
  );
}
