import { type Currency, currencyDecimals } from "./currency.ts";

export type ParsedDecimal =
  | { outcome: "read"; minor: number }
  | { outcome: "refused"; reason: "not-a-decimal" | "negative" | "too-many-decimals" | "too-large" };

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

/** ".00" to ".99": statements format tens of thousands of amounts. */
const CENTS = Array.from({ length: 100 }, (_, cents) => `.${String(cents).padStart(2, "0")}`);

/** Minor units (cents, yen) as a decimal string with the currency's digits: 7500 USD → "75.00". */
export function formatMinor(minor: number, currency: Currency): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not an exact amount of minor units`);
  if (currencyDecimals(currency) === 0) return String(minor);
  const size = Math.abs(minor);
  // As a 32-bit integer most amounts format several times faster than as a double.
  const small = size | 0;
  const sign = minor < 0 ? "-" : "";
  if (small === size) return `${sign}${(small / 100) | 0}${CENTS[small % 100]}`;
  return `${sign}${(size - (size % 100)) / 100}${CENTS[size % 100]}`;
}

/** Reads a decimal string such as "75.00" into minor units; never rounds and never goes through a float. */
export function parseDecimal(text: string, currency: Currency): ParsedDecimal {
  const match = SHAPE.exec(text);
  if (!match) return { outcome: "refused", reason: "not-a-decimal" };
  const [, sign = "", whole = "", fraction = ""] = match;
  if (sign === "-") return { outcome: "refused", reason: "negative" };
  const decimals = currencyDecimals(currency);
  if (fraction.length > decimals) return { outcome: "refused", reason: "too-many-decimals" };
  const minor = Number(whole + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor)
    ? { outcome: "read", minor }
    : { outcome: "refused", reason: "too-large" };
}
