import { dinero, halfUp, multiply, toSnapshot, transformScale } from "dinero.js/bigint";
import { type Currency, currencyDefinition } from "./currency.ts";

/**
 * A share of an amount, rounded half up to the minor unit: 2.5 % of 10,000 cents is 250 cents.
 * `ratePpm` is in millionths (25,000 = 2.5 %), so no rate is ever a float.
 */
export function shareOf(minor: number, ratePpm: number, currency: Currency): number {
  const definition = currencyDefinition(currency);
  const exact = multiply(dinero({ amount: BigInt(minor), currency: definition }), {
    amount: BigInt(ratePpm),
    scale: 6n,
  });
  return exactNumber(toSnapshot(transformScale(exact, definition.exponent, halfUp)).amount);
}

/** minor × numerator ÷ denominator, rounded half up; for averages and exchange rates. */
export function proportion(minor: number, numerator: number, denominator: number): number {
  const top = BigInt(minor) * BigInt(numerator) * 2n + BigInt(denominator);
  const bottom = BigInt(denominator) * 2n;
  // Division of big integers cuts towards 0; below 0 that is up.
  return exactNumber(top < 0n && top % bottom !== 0n ? top / bottom - 1n : top / bottom);
}

function exactNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} cannot be held exactly`);
  return number;
}
