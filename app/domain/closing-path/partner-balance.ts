/** How a partner's balance stands against S2, step 2; minor units, null = not known. */
export type PartnerBalance =
  | { band: "unknown" }
  | { band: "empty" }
  /** Above nothing and under the threshold: it will never be paid out by itself. */
  | { band: "below-threshold" }
  /** At the threshold or above: the next automatic payout takes it. */
  | { band: "pays-out" }
  /** There is money, and the threshold is not known. */
  | { band: "left" };

/** What a partner can do with a balance under the threshold: S2 names the first two, H27 the third. */
export const PAYOUT_CHOICES = ["paystub", "forfeit", "withdraw"] as const;
export type PayoutChoice = (typeof PAYOUT_CHOICES)[number];

export function assessPartnerBalance(balance: number | null, threshold: number | null): PartnerBalance {
  if (balance === null) return { band: "unknown" };
  if (balance === 0) return { band: "empty" };
  if (threshold === null) return { band: "left" };
  return { band: balance < threshold ? "below-threshold" : "pays-out" };
}
