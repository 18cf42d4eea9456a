import type { ActionGroup, KnownActions } from "../account/account.ts";
import { isSummary } from "../account/action-summary.ts";
import type { Day } from "../day.ts";
import { wholeOf } from "../money/exact.ts";
import { countOf, groupActions } from "../totals/action-groups.ts";

/** Sums in minor units of the account's currency; `lastLock` is the last known locking date among the pending ones. */
export type PartnerEarnings = {
  /** Not locked yet: brands can still change or reverse them. */
  pending: { count: number; amount: number; lastLock: Day | null };
  /** Locked, and not yet paid by the brand. */
  awaiting: { count: number; amount: number };
};

/** What a partner's actions may still bring: the upcoming funds that S2 wants gone before a closing (domain.md 5.2). */
export function partnerEarnings(actions: KnownActions): PartnerEarnings {
  // What a brief leaves out was reversed or paid, and brings nothing more.
  const open = isSummary(actions) ? actions.open : groupActions(actions);
  const pending = open.filter(({ first: [{ state }] }) => state === "PENDING");
  const awaiting = open.filter(
    ({ first: [{ state, clearedOn }] }) => state === "APPROVED" && clearedOn === null,
  );
  const locks = pending.map(({ first: [{ locksOn }] }) => locksOn).filter((day) => day !== null);
  return {
    pending: {
      ...sum(pending),
      lastLock: locks.length === 0 ? null : locks.reduce((a, b) => Math.max(a, b)),
    },
    awaiting: sum(awaiting),
  };
}

const sum = (groups: readonly ActionGroup[]) => ({
  count: countOf(groups),
  amount:
    groups.reduce((total, { payout }) => total + payout, 0) +
    wholeOf(groups.reduce((rests, { finer = 0n }) => rests + finer, 0n)),
});
