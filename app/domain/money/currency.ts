import { AUD, DKK, EUR, GBP, HKD, JPY, NOK, SEK, SGD, USD } from "dinero.js/bigint/currencies";

/** The currencies impact.com can charge to a card (S3); an account in another one cannot pay by card. */
export const CARD_CURRENCIES = [
  "USD",
  "GBP",
  "AUD",
  "EUR",
  "HKD",
  "DKK",
  "NOK",
  "SEK",
  "JPY",
  "SGD",
] as const;

export type Currency = (typeof CARD_CURRENCIES)[number];

const DEFINITIONS = { USD, GBP, AUD, EUR, HKD, DKK, NOK, SEK, JPY, SGD };

/** The definition dinero.js computes with. */
export function currencyDefinition(currency: Currency) {
  return DEFINITIONS[currency];
}

const DECIMALS = Object.fromEntries(
  CARD_CURRENCIES.map((currency) => [currency, Number(DEFINITIONS[currency].exponent)]),
) as Readonly<Record<Currency, number>>;

/** Digits after the decimal point: 0 for JPY, 2 for the others. */
export function currencyDecimals(currency: Currency): number {
  return DECIMALS[currency];
}

export function isCardCurrency(text: string): text is Currency {
  return CARD_CURRENCIES.some((currency) => currency === text);
}
