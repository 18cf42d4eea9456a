import type { Edition } from "../account/account.ts";
import type { Currency } from "../money/currency.ts";
import type { Rule } from "./rule.ts";

/** What a percentage is taken of: sales revenue (Starter) or partner commissions (the others). */
export type FeeBase = "revenue" | "payout";

/**
 * How the monthly fee is computed. Amounts are US cents; rates are millionths (25,000 = 2.5 %).
 * `greater-of`: the larger of a minimum and a share. `flat-plus-excess`: a flat fee, and a share of what exceeds the included payouts.
 */
export type FeeFormula =
  | { kind: "greater-of"; of: FeeBase; ratePpm: number; minimumUsd: number }
  | { kind: "flat-plus-excess"; of: "payout"; ratePpm: number; flatUsd: number; includedUsd: number };

/** Which figure must reach the minimum charge before the card is charged (S3; H3 and H4). */
export type MinimumChargeTest = "total-owed" | "charge";

/** One edition's rules as of one version; a later change is a new entry, never an edit. */
export type Plan = {
  edition: Edition;
  version: string;
  fee: FeeFormula;
  /** Kept in the funding account on top of what is owed, once the first cost exists; US cents. */
  bufferUsd: number;
  minimumChargeUsd: number;
  minimumChargeTest: MinimumChargeTest;
  /** What a card can pay in; an account in another currency cannot be charged at all. */
  currencies: readonly Currency[];
  rules: {
    fee: Rule;
    firstFee: Rule;
    charging: Rule;
    card: Rule;
    minimumCharge: Rule;
    buffer: Rule;
    currencies: Rule;
    deduction: Rule;
  };
};
