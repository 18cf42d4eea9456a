import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BALANCE_WAYS } from "#app/domain/route/partner-balance.ts";
import { AnswerChoice } from "./answer-choice.tsx";
import { useTranslator } from "./translator.tsx";

export type BalanceFormProps = {
  amount: string;
  threshold: string;
  way: string | null;
  currency: string;
  standing: "empty" | "below-threshold" | "pays-out" | "left" | null;
  errors: { amount?: string; threshold?: string };
  back: string;
};

/** A partner's balance as they see it, and the three ways out of one that is too small; none is chosen beforehand. */
export function BalanceForm({ currency, standing, errors, back, way, ...told }: BalanceFormProps) {
  const { t } = useTranslator();
  const busy = useNavigation().state !== "idle";
  const [amount, setAmount] = useState(told.amount);
  const [threshold, setThreshold] = useState(told.threshold);
  const hasMoney = amount.trim() !== "" && !/^0*(\.0*)?$/.test(amount.trim());
  return (
    <Card>
      <Form method="post" noValidate>
        <input type="hidden" name="back" value={back} />
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t("balance.title")}
          </Text>
          {standing ? <Text as="p">{t(`balance.standing.${standing}`)}</Text> : null}
          <FormLayout>
            <TextField
              label={t("balance.amount")}
              name="amount"
              value={amount}
              onChange={setAmount}
              inputMode="decimal"
              suffix={currency}
              autoComplete="off"
              error={errors.amount}
            />
            <TextField
              label={t("balance.threshold")}
              helpText={t("balance.thresholdHelp")}
              name="threshold"
              value={threshold}
              onChange={setThreshold}
              inputMode="decimal"
              suffix={currency}
              autoComplete="off"
              error={errors.threshold}
            />
          </FormLayout>
          {hasMoney ? (
            <AnswerChoice
              name="way"
              title={t("balance.way")}
              chosen={way}
              error={null}
              choices={BALANCE_WAYS.map((value) => ({
                value,
                label: t(`balance.way.${value}`),
                helpText: t(`balance.way.${value}Help`),
              }))}
            />
          ) : null}
          <Button submit loading={busy}>
            {t("common.save")}
          </Button>
        </BlockStack>
      </Form>
    </Card>
  );
}
