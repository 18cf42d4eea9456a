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

/** Days come as the core writes them; it never gives one that does not exist. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A rate or a number of days. */
const NUMBER = /^\d+(\.\d+)?$/;

/** What went into a figure, as the reader writes amounts, days, months and words. */
export function inputText(
  { name, value }: { name: string; value: string | null },
  currency: string,
  { t, text, money, date, month, number }: Translator,
): string {
  if (value === null) return t("common.unknown");
  if (AMOUNTS.has(name)) return money(value, currency);
  if (name === "minimumFeeFrom") return text(`core.input.minimumFeeFrom.${value}`);
  if (name === "month") return month(value);
  if (DAY.test(value)) return date(value);
  return NUMBER.test(value) ? number(Number(value)) : value;
}
