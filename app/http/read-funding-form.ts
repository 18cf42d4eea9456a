import { Temporal } from "temporal-polyfill";
import { currencyDecimals, isCardCurrency, readDate, readTypedAmount } from "#app/domain/index.ts";
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
  const read = readTypedAmount(text("balance"), isCardCurrency(currency) ? currencyDecimals(currency) : 2);
  const asOf = readDate(text("balanceAsOf"));
  if (read.outcome === "refused")
    problems.push({ field: "balance", message: problemOf(read.reason), values: { currency } });
  if (asOf === null || Temporal.PlainDate.compare(asOf, today) > 0)
    problems.push({ field: "balanceAsOf", message: "facts.error.balanceDate", values: {} });
  if (asOf === null || read.outcome === "refused" || problems.length > 0)
    return { outcome: "rejected", problems };
  return { outcome: "read", facts: { fundingBalance: { amount: read.amount, asOf: asOf.toString() } } };
}

/** A balance below nothing is what is overdue, which the invoices say. */
function problemOf(
  reason: Extract<ReturnType<typeof readTypedAmount>, { outcome: "refused" }>["reason"],
): MessageId {
  if (reason === "decimals") return "facts.error.decimals";
  return reason === "negative" ? "facts.error.negativeBalance" : "facts.error.amount";
}
