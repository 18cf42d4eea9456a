import { Temporal } from "temporal-polyfill";
import { currencyDecimals, isCardCurrency } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

export type BalanceProblem = {
  field: "balance" | "balanceAsOf";
  message: MessageId;
  values: Record<string, string>;
};
type BalanceReading =
  | { outcome: "read"; balance: { amount: string; asOf: string } | null }
  | { outcome: "rejected"; problems: BalanceProblem[] };

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** Reads the balance a partner sees in impact.com, with the day it was read; an empty amount takes it back. */
export function readBalanceForm(data: FormData, today: Temporal.PlainDate, currency: string): BalanceReading {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const amount = text("balance");
  if (amount === "") return { outcome: "read", balance: null };
  const problems: BalanceProblem[] = [];
  const whole = isCardCurrency(currency) && currencyDecimals(currency) === 0;
  if (!AMOUNT.test(amount)) problems.push({ field: "balance", message: "facts.error.amount", values: {} });
  else if (whole && amount.includes("."))
    problems.push({ field: "balance", message: "facts.error.decimals", values: { currency } });
  const asOf = text("balanceAsOf");
  if (!isPast(asOf, today)) problems.push({ field: "balanceAsOf", message: "partner.setupDate", values: {} });
  return problems.length > 0
    ? { outcome: "rejected", problems }
    : { outcome: "read", balance: { amount, asOf } };
}

function isPast(day: string, today: Temporal.PlainDate): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return Temporal.PlainDate.compare(Temporal.PlainDate.from(day, { overflow: "reject" }), today) <= 0;
  } catch {
    return false;
  }
}
