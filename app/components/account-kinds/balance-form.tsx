import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { FormFields } from "#app/components/page/form-fields.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { BALANCE_FIELDS, PAYOUT_FIELD } from "#app/http/balance-fields.ts";
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
  const [way, choose] = useState<string>(balance.payoutChoice ?? "");
  const set = (name: keyof typeof values) => (value: string) =>
    // A new amount was read now, not on the day of the old one.
    setValues((now) => ({ ...now, ...(name === "amount" && { asOf: today }), [name]: value }));
  const problems = fetcher.data?.problems ?? [];
  const errorOf = (field: keyof typeof values) =>
    problems.filter((each) => each.field === field).map((each) => t(each.message, each.values))[0];
  // An amount nobody has typed yet may be a small one: the ways out of it are there from the start.
  const hasMoney = !/^0+([.,]0*)?$/.test(values.amount.trim());
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
            <FormFields
              fields={BALANCE_FIELDS}
              helpOf={(name) =>
                name === "threshold" && balance.checkedThreshold
                  ? t("balance.thresholdChecked", { amount: money(balance.checkedThreshold, currency) })
                  : undefined
              }
              {...{ values, set, errorOf, currency }}
            />
            {hasMoney ? <Text as="p">{t("balance.fees")}</Text> : null}
            {hasMoney ? (
              <FormFields
                fields={[PAYOUT_FIELD]}
                values={{ way }}
                set={() => choose}
                errorOf={() => undefined}
                currency={currency}
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
