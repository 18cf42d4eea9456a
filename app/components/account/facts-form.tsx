import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { CARD_CURRENCIES } from "#app/domain/money/currency.ts";
import type { FactsField, FactsProblem } from "#app/http/read-facts-form.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { editionOptions, type FactsValues, initialFacts } from "./facts-values.ts";

type Props = {
  facts: StatedFacts;
  connected: boolean;
  currency: string;
  timeZone: string;
  today: string;
  /** The name of the place to return to. */
  back: string;
};
type Answer = { problems: FactsProblem[] } | undefined;

/** The facts impact.com's API does not have: asked once, kept with date and person, shown as "You told us". */
export function FactsForm({ facts, connected, currency, today, back }: Props) {
  const { t } = useTranslator();
  const fetcher = useFetcher<Answer>();
  const start = initialFacts(facts, currency, today);
  const [values, setValues] = useState<FactsValues>(start);
  const set = (name: keyof FactsValues) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const dirty = JSON.stringify(values) !== JSON.stringify(start);
  const problems = fetcher.data?.problems ?? [];
  const say = ({ message, values: given }: FactsProblem) => t(message, given);
  const errorOf = (field: FactsField) => {
    const problem = problems.find((each) => each.field === field);
    return problem && say(problem);
  };
  const save = () => fetcher.submit({ ...values, back }, { method: "post", action: "/app/setup" });
  return (
    <BlockStack gap="400">
      <ErrorSummary messages={problems.map(say)} />
      <SaveBar id="facts-save-bar" open={dirty}>
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
              {t("setup.facts")}
            </Text>
            <Text as="p" tone="subdued">
              {t("setup.factsHelp")}
            </Text>
          </BlockStack>
          <FormLayout>
            <TextField
              label={t("facts.signedUpOn")}
              type="date"
              value={values.signedUpOn}
              onChange={set("signedUpOn")}
              helpText={t("facts.signedUpOnHelp")}
              autoComplete="off"
              error={errorOf("signedUpOn")}
            />
            <Select
              label={t("facts.edition")}
              value={values.edition}
              onChange={set("edition")}
              helpText={t("facts.editionHelp")}
              options={editionOptions(values.edition, t)}
              error={errorOf("edition")}
            />
            <ChoiceList
              title={t("facts.trial")}
              selected={[values.trial]}
              onChange={([choice]) => set("trial")(choice ?? "")}
              choices={[
                { value: "no", label: t("facts.trial.no"), helpText: t("facts.trial.noHelp") },
                { value: "yes", label: t("facts.trial.yes") },
              ]}
            />
            {values.trial === "yes" ? (
              <TextField
                label={t("facts.trialEndsOn")}
                type="date"
                value={values.trialEndsOn}
                onChange={set("trialEndsOn")}
                helpText={t("facts.trialEndsOnHelp")}
                autoComplete="off"
                error={errorOf("trialEndsOn")}
              />
            ) : null}
            <ChoiceList
              title={t("facts.card")}
              selected={[values.cardEverCharged]}
              onChange={([choice]) => set("cardEverCharged")(choice ?? "")}
              choices={(["yes", "no", "unknown"] as const).map((value) => ({
                value,
                label: t(`facts.card.${value}`),
              }))}
            />
            <FormLayout.Group>
              <TextField
                label={t("facts.balance")}
                value={values.balance}
                onChange={set("balance")}
                inputMode="decimal"
                suffix={connected ? currency : values.currency}
                helpText={t("facts.balanceHelp")}
                autoComplete="off"
                error={errorOf("balance")}
              />
              <TextField
                label={t("facts.balanceAsOf")}
                type="date"
                value={values.balanceAsOf}
                onChange={set("balanceAsOf")}
                helpText={t("facts.balanceAsOfHelp")}
                autoComplete="off"
                error={errorOf("balanceAsOf")}
              />
            </FormLayout.Group>
            {connected ? null : (
              <Select
                label={t("facts.currency")}
                value={values.currency}
                onChange={set("currency")}
                options={[...CARD_CURRENCIES]}
                error={errorOf("currency")}
              />
            )}
            {values.currency === "USD" ? null : (
              <TextField
                label={t("facts.minimumFee")}
                value={values.minimumFee}
                onChange={set("minimumFee")}
                inputMode="decimal"
                suffix={values.currency}
                helpText={t("facts.minimumFeeHelp", { currency: values.currency })}
                autoComplete="off"
                error={errorOf("minimumFee")}
              />
            )}
          </FormLayout>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
