import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";

type Props = { trialEndsOn: string; cardEverCharged: boolean | null; problem: string | null };

/** The two questions that decide between the trial's button and a ticket; both may be left open. */
export function TrialQuestions({ trialEndsOn, cardEverCharged, problem }: Props) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const [endsOn, setEndsOn] = useState(trialEndsOn);
  const [charged, setCharged] = useState<string[]>(
    cardEverCharged === null ? [] : [cardEverCharged ? "yes" : "no"],
  );
  return (
    <Card>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="facts" />
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("trial.questions")}
          </Text>
          <TextField
            label={t("trial.endsOn")}
            helpText={t("trial.endsOnHelp")}
            name="trialEndsOn"
            type="date"
            value={endsOn}
            onChange={setEndsOn}
            autoComplete="off"
            error={problem ?? undefined}
          />
          <ChoiceList
            title={t("trial.charged")}
            name="cardEverCharged"
            choices={[
              { label: t("trial.charged.no"), value: "no" },
              { label: t("trial.charged.yes"), value: "yes" },
            ]}
            selected={charged}
            onChange={setCharged}
          />
          <Button submit loading={busy}>
            {t("trial.decide")}
          </Button>
        </BlockStack>
      </Form>
    </Card>
  );
}
