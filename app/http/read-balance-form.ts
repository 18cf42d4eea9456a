import { Temporal } from "temporal-polyfill";
import { currencyDecimals, isCardCurrency, PAYOUT_CHOICES } from "#app/domain/index.ts";
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

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

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
  const whole = isCardCurrency(currency) && currencyDecimals(currency) === 0;
  const decimal = (field: "amount" | "threshold") => {
    const value = text(field);
    if (value === "") return null;
    if (!AMOUNT.test(value)) problems.push({ field, message: `balance.error.${field}`, values: {} });
    else if (whole && value.includes("."))
      problems.push({ field, message: "facts.error.decimals", values: { currency } });
    return value;
  };
  const amount = decimal("amount");
  const withdrawalThreshold = decimal("threshold");
  const asOf = text("asOf");
  if (amount !== null && !isPast(asOf, today))
    problems.push({ field: "asOf", message: "balance.error.asOf", values: {} });
  if (problems.length > 0) return { outcome: "rejected", problems };
  const way = PAYOUT_CHOICES.find((each) => each === text("way"));
  return {
    outcome: "read",
    facts: {
      partnerBalance: amount === null ? null : { amount, asOf },
      withdrawalThreshold,
      ...(way ? { balanceWay: way } : {}),
    },
  };
}

function isPast(day: string, today: Temporal.PlainDate): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return Temporal.PlainDate.compare(Temporal.PlainDate.from(day, { overflow: "reject" }), today) <= 0;
  } catch {
    return false;
  }
}
