import type { Currency } from "./currency.ts";
import table from "./reference-rates.json" with { type: "json" };
import { proportion } from "./share.ts";

/** Exchange rates of one day: units of each currency for one euro, in hundred-thousandths. */
export type ReferenceRates = {
  asOf: string;
  source: string;
  perEuroE5: Readonly<Record<Currency, number>>;
};

/**
 * The table in reference-rates.json, from the ECB's euro reference rates. Only for estimates of "30 USD or
 * equivalent" (G2, G6); `npm run rates` replaces it with a newer day's.
 */
export const REFERENCE_RATES: ReferenceRates = table;

/** US cents in another currency's minor units at the table's rate, rounded half up. JPY has no decimals. */
export function fromUsdCents(
  cents: number,
  currency: Currency,
  decimals: number,
  rates: ReferenceRates,
): number {
  return proportion(cents, rates.perEuroE5[currency] * 10 ** decimals, rates.perEuroE5.USD * 100);
}
