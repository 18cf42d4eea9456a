import { Temporal } from "temporal-polyfill";
import { currencyDecimals, isCardCurrency, readDate, STATED_AMOUNT_PATTERN } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";

export type FundingProblem = {
  field: "balance" | "balanceAsOf";
  message: MessageId;
  values: Record<string, string>;
};
export type ParsedFunding =
  | { outcome: "read"; facts: StatedFacts }
  | { outcome: "rejected"; problems: FundingProblem[] };

/** Reads the balance of the funding account and the day it was seen on; the other details stay as they are. */
export function readFundingForm(
  data: FormData,
  { today, currency }: { today: Temporal.PlainDate; currency: string },
): ParsedFunding {
  const problems: FundingProblem[] = [];
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const amount = text("balance");
  const asOf = readDate(text("balanceAsOf"));
  const whole = isCardCurrency(currency) && currencyDecimals(currency) === 0;
  if (!STATED_AMOUNT_PATTERN.test(amount))
    problems.push({ field: "balance", message: "facts.error.amount", values: {} });
  else if (whole && amount.includes("."))
    problems.push({ field: "balance", message: "facts.error.decimals", values: { currency } });
  if (asOf === null || Temporal.PlainDate.compare(asOf, today) > 0)
    problems.push({ field: "balanceAsOf", message: "facts.error.balanceDate", values: {} });
  if (problems.length > 0 || asOf === null) return { outcome: "rejected", problems };
  return { outcome: "read", facts: { fundingBalance: { amount, asOf: asOf.toString() } } };
}
