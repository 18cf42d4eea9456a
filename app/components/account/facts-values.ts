import { EDITIONS } from "#app/domain/account/account.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";

/** The form's fields as a person types them. */
export type FactsValues = {
  signedUpOn: string;
  edition: string;
  trial: string;
  trialEndsOn: string;
  cardEverCharged: string;
  balance: string;
  balanceAsOf: string;
  minimumFee: string;
  currency: string;
};

/** What was told before, or the empty form. Nothing is assumed: an unanswered question stays unanswered. */
export function initialFacts(facts: StatedFacts, currency: string, today: string): FactsValues {
  return {
    signedUpOn: facts.signedUpOn ?? "",
    edition: facts.edition ?? "starter",
    trial: facts.trialEndsOn === undefined ? "" : facts.trialEndsOn ? "yes" : "no",
    trialEndsOn: facts.trialEndsOn ?? "",
    cardEverCharged: { true: "yes", false: "no", null: "unknown" }[String(facts.cardEverCharged)] ?? "",
    balance: facts.fundingBalance?.amount ?? "",
    balanceAsOf: facts.fundingBalance?.asOf ?? today,
    minimumFee: facts.minimumFee ?? "",
    currency,
  };
}

/** The editions to choose from. One that is none of them stays as it was entered: nothing else takes its place unseen. */
export function editionOptions(entered: string, t: Translator["t"]): { value: string; label: string }[] {
  const known = EDITIONS.map((value) => ({ value, label: t(`facts.edition.${value}`) }));
  return known.some(({ value }) => value === entered)
    ? known
    : [{ value: entered, label: entered }, ...known];
}
