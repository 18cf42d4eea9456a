/** How a partner's balance stands against S2, step 2; minor units, null = not known. */
export type PartnerBalance =
  | { standing: "unknown" }
  | { standing: "empty" }
  /** Above nothing and under the threshold: it will never be paid out by itself. */
  | { standing: "below-threshold" }
  /** At the threshold or above: the next automatic payout takes it. */
  | { standing: "pays-out" }
  /** There is money, and the threshold is not known. */
  | { standing: "left" };

/** What a partner can do with a balance under the threshold: S2 names the first two, H27 the third. */
export const BALANCE_WAYS = ["paystub", "forfeit", "withdraw"] as const;
export type BalanceWay = (typeof BALANCE_WAYS)[number];

export function assessPartnerBalance(balance: number | null, threshold: number | null): PartnerBalance {
  if (balance === null) return { standing: "unknown" };
  if (balance === 0) return { standing: "empty" };
  if (threshold === null) return { standing: "left" };
  return { standing: balance < threshold ? "below-threshold" : "pays-out" };
}
