import { EDITIONS } from "#app/domain/account/account.ts";
import { CARD_CURRENCIES } from "#app/domain/money/currency.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { FieldOption, FormField } from "./form-field.ts";

/** The key facts that are asked in Setup and outside the admin, in their order. */
export const FACTS_FIELDS = [
  { name: "signedUpOn", kind: "date", label: "facts.signedUpOn", help: "facts.signedUpOnHelp" },
  {
    name: "edition",
    kind: "select",
    label: "facts.edition",
    help: "facts.editionHelp",
    options: editionOptions,
  },
  {
    name: "trial",
    kind: "choice",
    label: "facts.trial",
    options: (t) => [
      { value: "no", label: t("facts.trial.no"), help: t("facts.trial.noHelp") },
      { value: "yes", label: t("facts.trial.yes") },
    ],
  },
  {
    name: "trialEndsOn",
    kind: "date",
    label: "facts.trialEndsOn",
    help: "facts.trialEndsOnHelp",
    plainHelp: "exit.factsTrialHelp",
  },
  {
    name: "cardEverCharged",
    kind: "choice",
    label: "facts.card",
    options: (t) =>
      (["yes", "no", "unknown"] as const).map((value) => ({ value, label: t(`facts.card.${value}`) })),
  },
  { name: "balance", kind: "amount", label: "facts.balance", help: "facts.balanceHelp" },
  {
    name: "balanceAsOf",
    kind: "date",
    label: "facts.balanceAsOf",
    help: "facts.balanceAsOfHelp",
    beside: true,
  },
  {
    name: "currency",
    kind: "select",
    label: "facts.currency",
    options: () => CARD_CURRENCIES.map((value) => ({ value, label: value })),
  },
  { name: "minimumFee", kind: "amount", label: "facts.minimumFee", help: "facts.minimumFeeHelp" },
] as const satisfies readonly FormField[];

export type FactsName = (typeof FACTS_FIELDS)[number]["name"];
/** The form's fields as a person types them. */
export type FactsValues = Record<FactsName, string>;

type Door = { hasScript: boolean; checkedCurrency: string | null };

/**
 * The fields that are shown. Without a script nothing can appear with an answer: the trial is asked by its last day alone,
 * and the minimum fee stands there wherever the currency may be another one than US dollars.
 */
export function shownFactsFields(
  { trial, currency }: Pick<FactsValues, "trial" | "currency">,
  { hasScript, checkedCurrency }: Door,
): FormField<FactsName>[] {
  const isShown: Partial<Record<FactsName, boolean>> = {
    trial: hasScript,
    trialEndsOn: !hasScript || trial === "yes",
    currency: checkedCurrency === null,
    minimumFee: (hasScript ? currency : checkedCurrency) !== "USD",
  };
  return FACTS_FIELDS.filter(({ name }) => isShown[name] ?? true);
}

/** The editions to choose from. One that is none of them stays as it was entered: nothing else takes its place unseen. */
function editionOptions(t: Translator["t"], entered: string): FieldOption[] {
  const known = EDITIONS.map((value) => ({ value, label: t(`facts.edition.${value}`) }));
  return known.some(({ value }) => value === entered)
    ? known
    : [{ value: entered, label: entered }, ...known];
}
