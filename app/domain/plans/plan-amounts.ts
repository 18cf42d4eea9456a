import type { AccountFacts } from "../account/account.ts";
import type { Assumption } from "../assumptions.ts";
import { currencyDecimals } from "../money/currency.ts";
import { fromUsdCents, REFERENCE_RATES, type ReferenceRates } from "../money/reference-rates.ts";
import type { Plan } from "./plan.ts";

/** A plan's amounts in an account's currency, in minor units. */
export type PlanAmounts = {
  /** Least fee of a month: the minimum of Starter and Starter Agency, the flat fee of Essentials. */
  minimumFee: number;
  /** Payouts the flat fee includes (Essentials), else 0. */
  included: number;
  buffer: number;
  minimumCharge: number;
  /** Where the minimum fee comes from: the plan (USD), the merchant (G2), or the reference rates. */
  minimumFeeFrom: "plan" | "merchant" | "estimate";
  /** Date of the reference rates when one was used. */
  ratesAsOf: string | null;
};

type Inputs = Pick<AccountFacts, "currency" | "minimumFee">;

/**
 * Converts a plan's USD amounts. The merchant's own figure wins (G2). In other currencies the minimum charge is
 * an estimate (G6). In no currency is it above the minimum fee: S3 shows a minimum fee alone being charged (D7).
 */
export function planAmounts(
  plan: Plan,
  account: Inputs,
  rates: ReferenceRates = REFERENCE_RATES,
): PlanAmounts {
  const decimals = currencyDecimals(account.currency);
  const convert = (cents: number) => fromUsdCents(cents, account.currency, decimals, rates);
  const leastUsd = plan.fee.kind === "greater-of" ? plan.fee.minimumUsd : plan.fee.flatUsd;
  const foreign = account.currency !== "USD";
  const minimumFee = account.minimumFee ?? convert(leastUsd);
  const minimumCharge = convert(plan.minimumChargeUsd);
  return {
    minimumFee,
    included: plan.fee.kind === "flat-plus-excess" ? convert(plan.fee.includedUsd) : 0,
    buffer: convert(plan.bufferUsd),
    minimumCharge: Math.min(minimumCharge, minimumFee),
    minimumFeeFrom: account.minimumFee !== null ? "merchant" : foreign ? "estimate" : "plan",
    ratesAsOf: foreign ? rates.asOf : null,
  };
}

/** The assumptions behind the amounts themselves. */
export function amountAssumptions(amounts: PlanAmounts): Assumption[] {
  const used: Assumption[] = [];
  if (amounts.minimumFeeFrom === "estimate") used.push("G2");
  if (amounts.ratesAsOf !== null) used.push("G6");
  return used;
}
