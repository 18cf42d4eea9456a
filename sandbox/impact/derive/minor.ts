/** "75.00" → 7500. Amounts in seeds have at most two decimals. */
export function toMinor(amount: string): number {
  const [whole = "0", fraction = ""] = amount.split(".");
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

/** 7500 → "75.00". */
export function fromMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Rounds hundredths to what the currency can pay: whole yen, but cents elsewhere. */
export const payable = (minor: number, currency: string): number =>
  hasDecimals(currency) ? Math.round(minor) : Math.round(minor / 100) * 100;

export const hasDecimals = (currency: string): boolean =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits !== 0;

export const sumMinor = (amounts: readonly string[]): number =>
  amounts.reduce((sum, amount) => sum + toMinor(amount), 0);
