import type { Currency } from "./currency.ts";
import { proportion } from "./share.ts";

/** Exchange rates of one day: units of each currency for one euro, in hundred-thousandths. */
export type ReferenceRates = {
  asOf: string;
  source: string;
  perEuroE5: Readonly<Record<Currency, number>>;
};

/**
 * ECB euro reference rates of 31 December 2024. Only for estimates of "30 USD or equivalent" (G2, G6);
 * to refresh, replace the numbers and the date, nothing else depends on them.
 */
export const REFERENCE_RATES: ReferenceRates = {
  asOf: "2024-12-31",
  source: "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/",
  perEuroE5: {
    EUR: 100_000,
    USD: 103_890,
    GBP: 82_918,
    AUD: 167_720,
    HKD: 806_860,
    DKK: 745_780,
    NOK: 1_179_500,
    SEK: 1_145_900,
    JPY: 16_306_000,
    SGD: 141_640,
  },
};

/** US cents in another currency's minor units at the table's rate, rounded half up. JPY has no decimals. */
export function fromUsdCents(
  cents: number,
  currency: Currency,
  decimals: number,
  rates: ReferenceRates,
): number {
  if (currency === "USD") return cents;
  const scaled = proportion(cents, rates.perEuroE5[currency] * 10 ** decimals, rates.perEuroE5.USD * 100);
  return scaled;
}
