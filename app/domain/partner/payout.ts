/**
 * Whether a partner's balance is too small to be paid out by itself: more than nothing and below the threshold, in
 * minor units of one currency. Closing then needs a manual paystub or its forfeit (S2).
 */
export const isBelowPayout = (balance: number, threshold: number): boolean =>
  balance > 0 && balance < threshold;
