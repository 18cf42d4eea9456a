import { assessPartnerBalance, parseDecimal, type TaskAnswer, type TaskWord } from "#app/domain/index.ts";
import type { AccountView } from "../account/load-account.server.ts";

/** Amounts are only compared with each other and with nothing, so that any two decimals will do. */
const cents = (decimal: string): number | null => {
  const parsed = parseDecimal(decimal, "USD");
  return parsed.outcome === "read" ? parsed.minor : null;
};

/**
 * A partner's balance, which is the merchant's word (domain.md 6.5), against the threshold, which impact.com knows too:
 * where it stands and what shall happen to it. Null while no balance was told.
 */
export function partnerBalance({
  facts,
  statedAt,
  partner,
}: Pick<AccountView, "facts" | "statedAt" | "partner">) {
  const { partnerBalance: stated, balanceWay: payoutChoice = null } = facts;
  const limit = facts.withdrawalThreshold ?? partner?.withdrawal.value?.settings?.threshold ?? null;
  const { band } = assessPartnerBalance(
    stated ? cents(stated.amount) : null,
    limit === null ? null : cents(limit),
  );
  if (!stated || band === "unknown") return null;
  // A balance given up in the ticket needs nothing more (S2); any other has to leave the account first.
  const status: TaskAnswer = band === "empty" || payoutChoice === "forfeit" ? "done" : "open";
  const asTask: TaskWord = { status, at: statedAt.partnerBalance?.toString() ?? null };
  return { band, payoutChoice, amount: stated.amount, stated: asTask };
}
