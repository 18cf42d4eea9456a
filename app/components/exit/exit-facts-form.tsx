import { editionOptions, type FactsValues } from "#app/components/account/facts-values.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { CARD_CURRENCIES } from "#app/domain/money/currency.ts";
import type { FactsField } from "#app/http/read-facts-form.ts";
import { ExitChoice } from "./exit-choice.tsx";
import { AnotherCode, type AskedCode, ExitCodeStep } from "./exit-code-step.tsx";
import { ExitField } from "./exit-field.tsx";
import { ExitSelect } from "./exit-select.tsx";

type Props = {
  values: FactsValues;
  /** What impact.com said the account's currency is; null where the merchant says it. */
  checkedCurrency: string | null;
  errorOf: (field: FactsField) => string | undefined;
  asked: AskedCode;
};

/**
 * The key facts of Setup as plain HTML. Without a script nothing can appear with an answer: the trial is asked by its last
 * day alone, and the minimum fee stands there wherever the currency may be another one than US dollars.
 */
export function ExitFactsForm({ values, checkedCurrency, errorOf, asked }: Props) {
  const { t } = useTranslator();
  const amountIn = (label: string) => (checkedCurrency ? `${label} (${checkedCurrency})` : label);
  const currency = checkedCurrency ?? values.currency;
  return (
    <form method="post">
      <ExitField
        name="signedUpOn"
        label={t("facts.signedUpOn")}
        help={t("facts.signedUpOnHelp")}
        value={values.signedUpOn}
        error={errorOf("signedUpOn")}
        type="date"
      />
      <ExitSelect
        name="edition"
        label={t("facts.edition")}
        help={t("facts.editionHelp")}
        options={editionOptions(values.edition, t)}
        chosen={values.edition}
        error={errorOf("edition")}
      />
      <ExitField
        name="trialEndsOn"
        label={t("facts.trialEndsOn")}
        help={t("exit.factsTrialHelp")}
        value={values.trialEndsOn}
        error={errorOf("trialEndsOn")}
        type="date"
      />
      <ExitChoice
        name="cardEverCharged"
        title={t("facts.card")}
        options={(["yes", "no", "unknown"] as const).map((value) => ({
          value,
          label: t(`facts.card.${value}`),
        }))}
        chosen={values.cardEverCharged}
      />
      <ExitField
        name="balance"
        label={amountIn(t("facts.balance"))}
        help={t("facts.balanceHelp")}
        value={values.balance}
        error={errorOf("balance")}
        inputMode="decimal"
      />
      <ExitField
        name="balanceAsOf"
        label={t("facts.balanceAsOf")}
        help={t("facts.balanceAsOfHelp")}
        value={values.balanceAsOf}
        error={errorOf("balanceAsOf")}
        type="date"
      />
      {checkedCurrency ? null : (
        <ExitSelect
          name="currency"
          label={t("facts.currency")}
          options={CARD_CURRENCIES.map((value) => ({ value, label: value }))}
          chosen={values.currency}
          error={errorOf("currency")}
        />
      )}
      {checkedCurrency === "USD" ? null : (
        <ExitField
          name="minimumFee"
          label={amountIn(t("facts.minimumFee"))}
          help={t("facts.minimumFeeHelp", { currency })}
          value={values.minimumFee}
          error={errorOf("minimumFee")}
          inputMode="decimal"
        />
      )}
      <ExitCodeStep {...asked} />
      <p className="actions">
        <button type="submit" className="button">
          {t("common.save")}
        </button>
        <AnotherCode {...asked} />
      </p>
    </form>
  );
}
