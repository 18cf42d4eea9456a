import { isCardCurrency } from "../money/currency.ts";
import { parseDecimal } from "../money/decimal.ts";
import type { StandingReport } from "../report/standing-json.ts";

/** The next fee in whole minor units (D2: never a sum that the next sale overtakes); 0 without a day when none is due. `on` is an ISO date. */
export type ChargeSnapshot = { minor: number; currency: string; on: string | null };

export type ChargeChange =
  | { outcome: "unchanged" }
  /** The first one known: something to remember, nothing that changed. */
  | { outcome: "first"; charge: ChargeSnapshot }
  | { outcome: "changed"; charge: ChargeSnapshot };

/** Compares the next fee with the one told last. One that is not known (null) is no change. */
export function chargeChange(notified: ChargeSnapshot | null, now: ChargeSnapshot | null): ChargeChange {
  if (now === null) return { outcome: "unchanged" };
  if (notified === null) return { outcome: "first", charge: now };
  const same = notified.minor === now.minor && notified.currency === now.currency && notified.on === now.on;
  return same ? { outcome: "unchanged" } : { outcome: "changed", charge: now };
}

/** The next fee of where the account stands; null when its amount cannot be told. */
export function chargeSnapshotOf({
  fee: { next },
  currency,
}: Pick<StandingReport, "fee" | "currency">): ChargeSnapshot | null {
  if (next === null) return { minor: 0, currency, on: null };
  if (!isCardCurrency(currency)) return null;
  const read = parseDecimal(next.amount, currency);
  return read.outcome === "read" ? { minor: read.minor, currency, on: next.date } : null;
}
