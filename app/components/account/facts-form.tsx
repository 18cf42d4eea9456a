import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { ErrorSummary } from "#app/components/page/error-summary.tsx";
import { FormFields } from "#app/components/page/form-fields.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { type FactsName, type FactsValues, shownFactsFields } from "#app/http/facts-fields.ts";
import type { FactsProblem } from "#app/http/read-facts-form.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { initialFacts } from "./facts-values.ts";

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
  const set = (name: FactsName) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const dirty = JSON.stringify(values) !== JSON.stringify(start);
  const problems = fetcher.data?.problems ?? [];
  const say = ({ message, values: given }: FactsProblem) => t(message, given);
  const errorOf = (field: FactsName) => {
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
          <FormFields
            fields={shownFactsFields(values, {
              hasScript: true,
              checkedCurrency: connected ? currency : null,
            })}
            currency={connected ? currency : values.currency}
            {...{ values, set, errorOf }}
          />
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
