import { readDate } from "#app/domain/index.ts";
import type { Translator } from "./translator.ts";

/** Inputs that are amounts. In a currency without decimals an amount looks like any other number. */
const AMOUNTS = new Set([
  "opening",
  "costs",
  "reversed",
  "locking",
  "feeCharged",
  "feeSettled",
  "owed",
  "buffer",
  "minimumCharge",
  "feeBase",
  "knownToLock",
  "minimumFee",
  "usualRevenue",
  "usualPayout",
  "newExpected",
  "fees",
]);

/** What went into a figure, as the reader writes amounts, days, months and words. */
export function inputText(
  { name, value }: { name: string; value: string | null },
  currency: string,
  { t, text, money, date, month }: Translator,
): string {
  if (value === null) return t("common.unknown");
  if (AMOUNTS.has(name)) return money(value, currency);
  if (name === "minimumFeeFrom") return text(`core.input.minimumFeeFrom.${value}`);
  if (name === "month") return month(value);
  return readDate(value) ? date(value) : value;
}
