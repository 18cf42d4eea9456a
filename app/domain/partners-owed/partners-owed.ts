import type { Action } from "../account/account.ts";
import type { Day } from "../day.ts";
import { lockDay, lockState } from "../totals/action-dates.ts";

/** Commission in minor units of some actions of one partner, with the days on which they lock or locked. */
export type OwedShare = {
  count: number;
  amount: number;
  /** What the commissions have beyond minor units (money/exact.ts). */
  finer?: bigint;
  firstLock: Day | null;
  lastLock: Day | null;
  /** How many have no locking date: open-ended ones may take up to 730 days (H15). */
  undated: number;
};

/** `pending` may still change until it locks (H10); `locked` is due and not paid yet. */
export type PartnerOwed = { pending: OwedShare; locked: OwedShare };
export type PartnersOwed = ReadonlyMap<string, PartnerOwed>;

const NOTHING: OwedShare = { count: 0, amount: 0, firstLock: null, lastLock: null, undated: 0 };

/**
 * What partners are still owed on a day, by their names, with some more actions counted in. Actions may come page by
 * page, so that their number is never held at once. When a locked commission is paid is impact.com's clearing date,
 * which the API does not say beforehand (G9).
 */
export function addPartnersOwed(known: PartnersOwed, actions: Iterable<Action>, on: Day): PartnersOwed {
  const owed = new Map(known);
  for (const action of actions) {
    const where = lockState(action, on);
    if (where !== "pending" && where !== "locked") continue;
    if (action.clearedOn !== null && action.clearedOn <= on) continue;
    const partner = owed.get(action.partner) ?? { pending: NOTHING, locked: NOTHING };
    owed.set(action.partner, { ...partner, [where]: withAction(partner[where], action) });
  }
  return owed;
}

function withAction(share: OwedShare, action: Action): OwedShare {
  const day = lockDay(action);
  return {
    ...share,
    count: share.count + 1,
    amount: share.amount + action.payout,
    ...(action.finer && { finer: (share.finer ?? 0n) + BigInt(action.finer.payout) }),
    firstLock: day === null ? share.firstLock : Math.min(day, share.firstLock ?? day),
    lastLock: day === null ? share.lastLock : Math.max(day, share.lastLock ?? day),
    undated: share.undated + (day === null ? 1 : 0),
  };
}
