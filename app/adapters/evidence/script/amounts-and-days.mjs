// Amounts are whole cents (or yen) as BigInt, days are counted from 1970-01-01, months from year 0.

export const dayOf = (iso) => (iso === null ? null : Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const isoOf = (day) => (day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10));

export function monthOf(day) {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const firstDayOf = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;

export const decimalsOf = (currency) => (currency === "JPY" ? 0 : 2);

/** "75.5" in USD is 7550 cents. */
export function minorOf(text, currency) {
  if (text === null) return null;
  const [whole, fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimalsOf(currency), "0"));
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
