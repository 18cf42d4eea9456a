import { type Currency, currencyDecimals } from "./currency.ts";
import { formatMinor } from "./decimal.ts";

/**
 * An amount to the last digit: whole minor units, rounded half up, and what that took away or added, in `1 / UNIT` of a
 * minor unit. Nearly all amounts have no such rest, so that sums of them stay sums of integers; where some have one, the
 * rests are added up beside them and rounded once, at the end.
 */
export type Exact = { minor: number; rest: number };

export type ParsedExact =
  | ({ outcome: "read" } & Exact)
  | { outcome: "refused"; reason: "not-a-decimal" | "too-many-decimals" | "too-large" };

/** Digits kept behind the minor unit: as many as a number of JSON can have behind a unit of money. */
const DIGITS = 15;
const UNIT = 10n ** BigInt(DIGITS);
const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a decimal string such as "0.8796" or "-12.50" exactly; never through a float. */
export function parseExact(text: string, currency: Currency): ParsedExact {
  const match = SHAPE.exec(text);
  if (!match) return { outcome: "refused", reason: "not-a-decimal" };
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = currencyDecimals(currency) + DIGITS;
  if (fraction.length > digits) return { outcome: "refused", reason: "too-many-decimals" };
  const size = BigInt(whole + fraction.padEnd(digits, "0"));
  const amount = sign === "-" ? -size : size;
  const minor = Number(rounded(amount));
  if (!Number.isSafeInteger(minor)) return { outcome: "refused", reason: "too-large" };
  return { outcome: "read", minor, rest: Number(amount - BigInt(minor) * UNIT) };
}

/** The amount as it was read, without zeros that mean nothing behind the currency's own digits. */
export function formatExact(minor: number, rest: number, currency: Currency): string {
  if (rest === 0) return formatMinor(minor, currency);
  const digits = currencyDecimals(currency) + DIGITS;
  const amount = BigInt(minor) * UNIT + BigInt(rest);
  const size = String(amount < 0n ? -amount : amount).padStart(digits + 1, "0");
  const fraction = size.slice(-digits).replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${size.slice(0, -digits)}.${fraction}`;
}

/** What a sum of rests comes to in whole minor units, rounded half up. */
export function wholeOf(rests: bigint): number {
  return Number(rounded(rests));
}

function rounded(amount: bigint): bigint {
  const doubled = amount * 2n + UNIT;
  const whole = doubled / (UNIT * 2n);
  return doubled < 0n && whole * UNIT * 2n !== doubled ? whole - 1n : whole;
}
