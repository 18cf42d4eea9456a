import type { AccountBase } from "../account/load-account.server.ts";
import { partnerBalance } from "./partner-balance.ts";

export type BalanceView = ReturnType<typeof balanceView>;

/** What was told of a partner's balance, for the form that asks for it. */
export function balanceView(view: Pick<AccountBase, "facts" | "statedAt" | "partner">) {
  const { facts, partner } = view;
  return {
    amount: facts.partnerBalance?.amount ?? "",
    asOf: facts.partnerBalance?.asOf ?? null,
    threshold: facts.withdrawalThreshold ?? "",
    /** As impact.com says; it counts while none is told. */
    checkedThreshold: partner?.withdrawal.value?.settings?.threshold ?? null,
    payoutChoice: facts.balanceWay ?? null,
    band: partnerBalance(view)?.band ?? null,
  };
}
