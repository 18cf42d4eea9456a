import type { Billing } from "../fees/billing.ts";
import { type FeeEvent, feeEvents } from "../ledger/fee-events.ts";

const MOST_PAST_MONTHS = 12;

/** The fees charged so far, at most those of twelve months, oldest first. */
export const pastFees = (billing: Billing): FeeEvent[] =>
  // Without actions nobody knows what a past month came to.
  (billing.totals === null ? [] : feeEvents(billing, billing.on))
    .filter(({ chargedOn }) => chargedOn <= billing.on)
    .slice(-MOST_PAST_MONTHS);
