/** How surely an amount is meant: `atLeastAbout` is a least amount that is only converted (D3, G2). */
export type Bound = "about" | "atLeast" | "atLeastAbout";

/** A decimal string and how surely it is meant. */
export type BoundedAmount = { amount: string; bound: Bound };

/** A fee with the month it covers ("2026-06") and the day it is charged on, always a 1st (S3). */
export type StandingFee = BoundedAmount & { date: string; coveredMonth: string };

/** Partner invoices past their day. "unknown" where the invoices were never read: that is not "none". */
export type StandingOverdue =
  | { state: "unknown" }
  | { state: "none" }
  | {
      state: "overdue";
      amount: string;
      invoices: number;
      /** The due day of the oldest one, and the days that have gone by since. */
      since: string;
      days: number;
      /** The first day on which it is overdue for more than 60 days: impact.com may suspend the account from then on (H17). */
      suspensionFrom: string;
    };

/** What is overdue on a day: of an account's standing the part that needs none of its key facts. */
export type OverdueReport = Pick<StandingReport, "asOf" | "currency" | "overdue">;

/** Where an account stands on a day. Amounts are decimal strings, null = not known. */
export type StandingReport = {
  asOf: string;
  currency: string;
  fee: {
    /** The fee charged on this very day. */
    today: StandingFee | null;
    /** The next one after it; null for an account that pays none. */
    next: StandingFee | null;
    /** The earlier of two days on which the first fee may be charged, while it is ahead (G4). */
    earlierOn: string | null;
  };
  /** Commissions of tracked actions, which the card pays as they come (S3, D2). */
  commissions: {
    today: string | null;
    last30Days: { amount: string; from: string } | null;
    /** Rows that could not be read may add to the amounts of the days that are past. */
    isLeast: boolean;
    /** The same of the week that ends today. */
    last7Days: { amount: string; from: string } | null;
    /** At the pace of the last three full months; null with a shorter history. */
    untilNextFee: { amount: string; from: string } | null;
  };
  /** What the card pays today by the ledger; null where no balance is known, or it was read today (D4). */
  cardToday: string | null;
  overdue: StandingOverdue;
  staying: {
    minimum: { perMonth: string; perYear: string; bound: Bound };
    /** The average fee of the last three full months, where it is more than the minimum (D3). */
    lastMonths: { perMonth: string } | null;
  };
};
