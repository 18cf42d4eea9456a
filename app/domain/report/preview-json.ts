import type { Assumption } from "../assumptions.ts";
import type { FeeRule } from "../fees/monthly-fee.ts";
import type { Note } from "../text.ts";
import type { PlanUsed } from "./plan-used.ts";

/** Decimal strings; null = not known (under three months of history there is no likely fee). */
export type FeeRangeJson = { low: string; likely: string | null; high: string | null };

export type PreviewMonthJson = {
  month: string;
  fee: FeeRangeJson;
  method: Note;
  chargedOn: string | null;
  partnerCost: string | null;
  cardCharges: string | null;
};

export type PlanJson = {
  edition: string;
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
    fee: FeeRangeJson;
    rule: FeeRule;
    method: Note;
    chargedOn: string | null;
    settledOn: string | null;
  };
  firstFee: { earliest: string; expected: string };
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
