import type { Edition } from "../account/account.ts";
import type { Assumption } from "../assumptions.ts";
import type { FeeRule } from "../fees/monthly-fee.ts";
import type { Note } from "../text.ts";
import type { PlanUsed } from "./plan-used.ts";
import type { BoundedAmount } from "./standing-json.ts";

/** Decimal strings; null = not known (under three months of history there is no likely fee). */
export type FeeRangeJson = { low: string; likely: string | null; high: string | null };

/** Twelve months as one sum: a range as wide as months that vary independently (D14). */
export type YearJson = {
  from: string;
  to: string;
  fee: FeeRangeJson;
  shown: BoundedAmount;
  partnerCost: string | null;
};

/** A fee charged already, as it follows from the actions. */
export type PastFeeJson = { month: string; chargedOn: string; fee: string };

/** What the fee comes to by the end of a day, before the minimum is looked at; `base` is what it is a share of. */
export type BuildUpDayJson = { date: string; base: string; share: string };

export type BuildUpJson = {
  days: BuildUpDayJson[];
  before: BuildUpDayJson[] | null;
  /** The first day on which the share is more than the minimum. */
  crossesOn: string | null;
};

/** An edition's fee over a month's revenue: straight between these points. */
export type EditionLineJson = { edition: Edition; points: { revenue: string; fee: string }[] };

export type PreviewMonthJson = {
  month: string;
  fee: FeeRangeJson;
  /** The one figure to show: the likely fee, or the least it can be. */
  shown: BoundedAmount;
  method: Note;
  chargedOn: string | null;
  partnerCost: string | null;
  cardCharges: string | null;
};

export type PlanJson = {
  edition: Edition;
  version: string;
  current: boolean;
  fee: string | null;
  minimumFee: string;
  buffer: string;
  note: Note;
};

export type PreviewReport = {
  asOf: string;
  currency: string;
  thisMonth: {
    month: string;
    /** Revenue that has locked by `asOf` and counts for this month's fee. */
    lockedRevenue: string | null;
    /** What the fee is a share of: that revenue (Starter), or the commissions behind it (the others). */
    feeBase: string | null;
    /** What has a locking date later in the month, and what new actions may lock in it: parts of the likely base. */
    knownToLock: string | null;
    newActions: string | null;
    likelyBase: string | null;
    /** The percentage of that base alone, before the minimum. */
    share: string | null;
    fee: FeeRangeJson;
    shown: BoundedAmount;
    rule: FeeRule;
    method: Note;
    /** Commissions that lock in the whole month: known ones, and new ones at the usual pace. */
    partnerCost: string | null;
    chargedOn: string | null;
    settledOn: string | null;
  };
  firstFee: { earliest: string; expected: string };
  /** This month and the eleven after it; null where fewer are asked for. */
  year: YearJson | null;
  past: { fees: PastFeeJson[]; sum: string };
  buildUp: BuildUpJson | null;
  editionLines: EditionLineJson[] | null;
  nextCardCharge: { date: string; amount: string; because: Note } | null;
  breakEvenRevenue: string | null;
  months: PreviewMonthJson[];
  /** The month the plans are compared on. */
  usualMonth: { revenue: string; payout: string; from: "history" | "this-month" } | null;
  plans: PlanJson[];
  /** What could not be read of the lists behind the figures: they are then at least what is shown. */
  unread: Note[];
  plan: PlanUsed;
  assumptions: Assumption[];
};
