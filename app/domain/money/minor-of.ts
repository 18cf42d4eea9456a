import type { Currency } from "./currency.ts";
import { currencyDecimals } from "./currency.ts";

/** Minor units of a decimal string that a report wrote, which may lie below 0. */
export function minorOf(text: string, currency: Currency): number {
  const decimals = currencyDecimals(currency);
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const size = Number(whole + fraction.padEnd(decimals, "0"));
  return text.startsWith("-") ? -size : size;
}
