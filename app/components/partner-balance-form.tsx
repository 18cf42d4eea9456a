import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { BalanceProblem } from "#app/http/read-balance-form.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { useTranslator } from "./translator.tsx";

type Props = { facts: StatedFacts; currency: string; today: string; back: string };

/** The one fact of a partner account that impact.com's API does not have. */
export function PartnerBalanceForm({ facts: { partnerBalance }, currency, today, back }: Props) {
  const { t } = useTranslator();
  const fetcher = useFetcher<{ problems: BalanceProblem[] } | undefined>();
  const start = { balance: partnerBalance?.amount ?? "", balanceAsOf: partnerBalance?.asOf ?? today };
  const [values, setValues] = useState(start);
  const dirty = values.balance !== start.balance || values.balanceAsOf !== start.balanceAsOf;
  const problems = fetcher.data?.problems ?? [];
  const errorOf = (field: BalanceProblem["field"]) => {
    const problem = problems.find((each) => each.field === field);
    return problem && t(problem.message, problem.values);
  };
  const save = () =>
    fetcher.submit({ ...values, back, intent: "partner-balance" }, { method: "post", action: "/app/setup" });
  return (
    <BlockStack gap="400">
      <ErrorSummary messages={problems.map(({ message, values: given }) => t(message, given))} />
      <SaveBar id="partner-balance-save-bar" open={dirty}>
        <button type="button" variant="primary" onClick={save}>
          {t("common.save")}
        </button>
        <button type="button" onClick={() => setValues(start)}>
          {t("common.cancel")}
        </button>
      </SaveBar>
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t("partner.setup")}
            </Text>
            <Text as="p" tone="subdued">
              {t("partner.setupHelp")}
            </Text>
          </BlockStack>
          <FormLayout>
            <FormLayout.Group>
              <TextField
                label={t("partner.setupAmount")}
                value={values.balance}
                onChange={(balance) => setValues((now) => ({ ...now, balance }))}
                inputMode="decimal"
                suffix={currency}
                autoComplete="off"
                error={errorOf("balance")}
              />
              <TextField
                label={t("partner.setupAsOf")}
                type="date"
                value={values.balanceAsOf}
                onChange={(balanceAsOf) => setValues((now) => ({ ...now, balanceAsOf }))}
                autoComplete="off"
                error={errorOf("balanceAsOf")}
              />
            </FormLayout.Group>
          </FormLayout>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
