import type { FactsValues } from "#app/http/facts-fields.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";

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
