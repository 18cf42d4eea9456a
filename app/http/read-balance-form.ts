import type { Temporal } from "temporal-polyfill";
import {
  currencyDecimals,
  isCardCurrency,
  PAYOUT_CHOICES,
  parseDay,
  readTypedAmount,
  toDay,
} from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";

export type BalanceProblem = {
  field: "amount" | "asOf" | "threshold";
  message: MessageId;
  values: Record<string, string>;
};
export type ParsedBalance =
  | { outcome: "read"; facts: StatedFacts }
  | { outcome: "rejected"; problems: BalanceProblem[] };

/**
 * Reads the balance a partner sees in impact.com with the day it was seen, the threshold, and what shall happen to the
 * money; an empty amount takes the balance back.
 */
export function readBalanceForm(
  data: FormData,
  { today, currency }: { today: Temporal.PlainDate; currency: string },
): ParsedBalance {
  const problems: BalanceProblem[] = [];
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const decimals = isCardCurrency(currency) ? currencyDecimals(currency) : 2;
  const decimal = (field: "amount" | "threshold") => {
    const value = text(field);
    if (value === "") return null;
    const read = readTypedAmount(value, decimals);
    if (read.outcome === "read") return read.amount;
    const message = read.reason === "decimals" ? "facts.error.decimals" : (`balance.error.${field}` as const);
    problems.push({ field, message, values: { currency } });
    return value;
  };
  const amount = decimal("amount");
  const withdrawalThreshold = decimal("threshold");
  const asOf = text("asOf");
  const seenOn = parseDay(asOf);
  if (amount !== null && (seenOn === null || seenOn > toDay(today)))
    problems.push({ field: "asOf", message: "balance.error.asOf", values: {} });
  if (problems.length > 0) return { outcome: "rejected", problems };
  const payoutChoice = PAYOUT_CHOICES.find((each) => each === text("way"));
  return {
    outcome: "read",
    facts: {
      partnerBalance: amount === null ? null : { amount, asOf },
      withdrawalThreshold,
      ...(payoutChoice ? { balanceWay: payoutChoice } : {}),
    },
  };
}
