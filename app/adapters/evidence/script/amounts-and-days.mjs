// Amounts are whole cents (or yen) as BigInt, days are counted from 1970-01-01, months from year 0.

export const dayOf = (iso) => (iso === null ? null : Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const isoOf = (day) => (day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10));

export function monthOf(day) {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const firstDayOf = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;

export const decimalsOf = (currency) => (currency === "JPY" ? 0 : 2);

// Digits behind the cent that an amount of impact.com's may have.
const FINER = 15;
const UNIT = 10n ** BigInt(FINER);

/** "75.5" in USD is 7550 cents; "0.8796" is 88 cents, rounded half up. */
export const minorOf = (text, currency) => (text === null ? null : exactOf(text, currency).minor);

/** An amount in whole cents, rounded half up, and what that took away or added, in 10^-15 cents. */
export function exactOf(text, currency) {
  const [whole, fraction = ""] = text.split(".");
  const size = BigInt(whole.replace("-", "") + fraction.padEnd(decimalsOf(currency) + FINER, "0"));
  const amount = text.startsWith("-") ? -size : size;
  const minor = wholeOf(amount);
  return { minor, rest: amount - minor * UNIT };
}

/** 10^-15 cents in whole cents, rounded half up. */
function wholeOf(amount) {
  const doubled = amount * 2n + UNIT;
  const whole = doubled / (UNIT * 2n);
  return doubled < 0n && whole * UNIT * 2n !== doubled ? whole - 1n : whole;
}

/**
 * The amounts of rows in whole cents, so that their sum up to any day is the exact sum up to it, rounded once. `dayIn` gives
 * a row's day, `exactIn` its exact amount.
 */
export function wholeAmounts(rows, dayIn, exactIn) {
  const whole = new Map();
  let rests = 0n;
  for (const row of [...rows].sort((a, b) => dayIn(a) - dayIn(b))) {
    const { minor, rest } = exactIn(row);
    whole.set(row, minor + wholeOf(rests + rest) - wholeOf(rests));
    rests += rest;
  }
  return (row) => whole.get(row) ?? 0n;
}

/** 7550 cents are "75.50". */
export function decimalOf(minor, currency) {
  if (minor === null) return null;
  const decimals = decimalsOf(currency);
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** amount × top ÷ bottom, rounded half up. */
export const share = (amount, top, bottom) =>
  (amount * BigInt(top) * 2n + BigInt(bottom)) / (BigInt(bottom) * 2n);

export const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);

export function least(a, b) {
  if (a < b) return a;
  return b;
}

export function most(a, b) {
  if (a > b) return a;
  return b;
}

export const byId = (rows) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
