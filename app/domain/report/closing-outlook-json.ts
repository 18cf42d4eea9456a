import type { ClosingCostJson } from "./closure-json.ts";

/** Days side by side on which closing costs the same; the figures are those of each of them. */
export type CostStretchJson = { from: string; to: string } & Omit<ClosingCostJson, "date">;

/** The fees up to the closing month, as the month's name and its fee. */
export type FeeOfMonthJson = { month: string; fee: string };

/** A stretch with the fees it is made of. */
export type SummedStretchJson = CostStretchJson & { months: FeeOfMonthJson[] };

export type ScenarioJson = {
  key: "as-is" | "contracts-end" | "approved";
  /** How many of the latest pending actions are approved, and the commission that makes final. */
  approved: number;
  commission: string;
  earliest: string | null;
  /** What closing costs on the earliest date; null while that is not known. */
  atEarliest: SummedStretchJson | null;
  cheapest: SummedStretchJson | null;
  stretches: CostStretchJson[];
};

export type PendingActionJson = {
  action: string;
  partner: string;
  program: string;
  payout: string;
  amount: string;
  trackedOn: string;
  locksOn: string | null;
};

/** What a merchant can still move before closing, with the cost of each day (D16, D17). Decimal strings; null = not known. */
export type ClosingOutlook = {
  asOf: string;
  currency: string;
  scenarios: ScenarioJson[];
  /** Which scenario has the lowest fees, and whether they are lower than as things are. */
  best: number;
  isBetter: boolean;
  /** Of the scenarios of each kind the one with the lowest fees; a kind that this account has none of is left out. */
  bestOf: Partial<Record<ScenarioJson["key"], number>>;
  /** Balance of the funding account today. */
  balance: string | null;
  /** Pending actions: those that lock soon, week by week from today, and the late ones, the last first. */
  locks: {
    weeks: { from: string; count: number }[];
    crowd: { count: number; until: string } | null;
    late: PendingActionJson[];
    lateSum: string;
    /** Whole months from the last of those that lock soon to the last of all; 0 where one has no day yet. */
    delayMonths: number;
  } | null;
};
