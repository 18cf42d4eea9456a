import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerChoice } from "#app/components/page/answer-choice.tsx";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAYOUT_CHOICES } from "#app/domain/closing-path/partner-balance.ts";
import type { TaskProblem } from "#app/http/read-task-form.ts";
import type { ReturnTo } from "#app/http/return-to.ts";
import type { BalanceView } from "#app/services/closing/balance-view.ts";

type Props = { balance: BalanceView; currency: string; today: string; back: ReturnTo["name"] };

/** A partner's balance as they see it, and the three ways out of one that is too small; none is chosen beforehand. */
export function BalanceForm({ balance, currency, today, back }: Props) {
  const { t, money } = useTranslator();
  const fetcher = useFetcher<{ problems: TaskProblem[] }>();
  const [values, setValues] = useState({
    amount: balance.amount,
    asOf: balance.asOf ?? today,
    threshold: balance.threshold,
  });
  const set = (name: keyof typeof values) => (value: string) =>
    // A new amount was read now, not on the day of the old one.
    setValues((now) => ({ ...now, ...(name === "amount" && { asOf: today }), [name]: value }));
  const problems = fetcher.data?.problems ?? [];
  const errorOf = (field: keyof typeof values) =>
    problems.filter((each) => each.field === field).map((each) => t(each.message, each.values))[0];
  // An amount nobody has typed yet may be a small one: the ways out of it are there from the start.
  const hasMoney = !/^0+([.,]0*)?$/.test(values.amount.trim());
  const amount = { inputMode: "decimal", suffix: currency, autoComplete: "off" } as const;
  return (
    <>
      <ErrorSummary messages={problems.map((each) => t(each.message, each.values))} />
      <Card>
        <fetcher.Form method="post" action="/app/close/partner-balance" noValidate>
          <input type="hidden" name="back" value={back} />
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              {t("balance.title")}
            </Text>
            <Text as="p" tone="subdued">
              {t("balance.where")}
            </Text>
            {balance.band ? <Text as="p">{t(`balance.standing.${balance.band}`)}</Text> : null}
            <FormLayout>
              <TextField
                label={t("balance.amount")}
                name="amount"
                value={values.amount}
                onChange={set("amount")}
                error={errorOf("amount")}
                {...amount}
              />
              <TextField
                label={t("balance.asOf")}
                name="asOf"
                type="date"
                value={values.asOf}
                onChange={set("asOf")}
                autoComplete="off"
                error={errorOf("asOf")}
              />
              <TextField
                label={t("balance.threshold")}
                helpText={
                  balance.checkedThreshold
                    ? t("balance.thresholdChecked", { amount: money(balance.checkedThreshold, currency) })
                    : t("balance.thresholdHelp")
                }
                name="threshold"
                value={values.threshold}
                onChange={set("threshold")}
                error={errorOf("threshold")}
                {...amount}
              />
            </FormLayout>
            {hasMoney ? <Text as="p">{t("balance.fees")}</Text> : null}
            {hasMoney ? (
              <AnswerChoice
                name="way"
                title={t("balance.way")}
                chosen={balance.payoutChoice}
                error={null}
                choices={PAYOUT_CHOICES.map((value) => ({
                  value,
                  label: t(`balance.way.${value}`),
                  helpText: t(`balance.way.${value}Help`),
                }))}
              />
            ) : null}
            <Button submit loading={fetcher.state !== "idle"}>
              {t("common.save")}
            </Button>
          </BlockStack>
        </fetcher.Form>
      </Card>
    </>
  );
}
