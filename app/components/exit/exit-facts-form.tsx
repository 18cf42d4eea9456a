import { type FactsName, type FactsValues, shownFactsFields } from "#app/http/facts-fields.ts";
import { type AskedCode, ExitSave } from "./exit-code-step.tsx";
import { ExitFields } from "./exit-fields.tsx";

type Props = {
  values: FactsValues;
  /** What impact.com said the account's currency is; null where the merchant says it. */
  checkedCurrency: string | null;
  errorOf: (field: FactsName) => string | undefined;
  asked: AskedCode;
};

/** The key facts of Setup as plain HTML. */
export function ExitFactsForm({ values, checkedCurrency, errorOf, asked }: Props) {
  return (
    <form method="post">
      <ExitFields
        fields={shownFactsFields(values, { hasScript: false, checkedCurrency })}
        currency={checkedCurrency ?? values.currency}
        isCurrencyKnown={checkedCurrency !== null}
        {...{ values, errorOf }}
      />
      <ExitSave {...asked} />
    </form>
  );
}
