import { accountOf, type PathFacts } from "./find-path.ts";

/** An account the published plan behind the figures is not for: a brand's of another edition, or a partner's. */
export type OtherAccount = "other-brand" | "partner";

/**
 * What the merchant said the account is, where that takes the ground from under figures of the key facts; null where
 * they fit. No price of another edition is published, so none is worked out (domain.md 2.1); a partner pays none (S2).
 * An edition with a plan of its own in the key facts is the closer answer to the same question.
 */
export function otherAccount(facts: Pick<PathFacts, "kind" | "edition" | "stated">): OtherAccount | null {
  const account = accountOf(facts);
  if (account === "partner") return facts.kind === "partner" ? null : "partner";
  const hasPlan = facts.edition !== null && facts.edition !== "starter";
  return account === "other-brand" && !hasPlan ? "other-brand" : null;
}
