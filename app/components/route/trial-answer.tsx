import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = {
  answer: { answer: "cancelled" | "not-shown"; words: string; at: string } | null;
  problem: string | null;
  timeZone: string;
};

/** "Did the button appear?", with nothing chosen beforehand, and what was answered last. */
export function TrialAnswerCard({ answer, problem, timeZone }: Props) {
  const { t, instant } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const [chosen, choose] = useState<string[]>([]);
  const [words, setWords] = useState("");
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        {answer ? (
          <div role="status">
            <Text as="p" fontWeight="semibold">
              {t(`trial.told.${answer.answer}`, { when: instant(answer.at, timeZone) })}
            </Text>
            {answer.words ? (
              <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                <bdi>{answer.words}</bdi>
              </div>
            ) : null}
          </div>
        ) : null}
        <Form method="post" noValidate style={{ width: "100%" }}>
          <input type="hidden" name="intent" value="answer" />
          <BlockStack gap="300" inlineAlign="start">
            <ChoiceList
              title={t("trial.ask")}
              name="answer"
              choices={[
                { label: t("trial.answer.cancelled"), value: "cancelled" },
                { label: t("trial.answer.not-shown"), value: "not-shown" },
              ]}
              selected={chosen}
              onChange={choose}
              error={problem ?? undefined}
            />
            <div style={{ width: "100%" }}>
              <TextField
                label={t("trial.words")}
                helpText={t("trial.wordsHelp")}
                name="words"
                value={words}
                onChange={setWords}
                autoComplete="off"
                multiline={3}
              />
            </div>
            <Button submit loading={busy}>
              {t("trial.save")}
            </Button>
          </BlockStack>
        </Form>
      </BlockStack>
    </Card>
  );
}
