import { PAYOUT_CHOICES } from "#app/domain/closing-path/partner-balance.ts";
import type { FormField } from "./form-field.ts";

/** A partner's balance as they see it in impact.com, and what shall happen to it. */
export const BALANCE_FIELDS = [
  { name: "amount", kind: "amount", label: "balance.amount" },
  { name: "asOf", kind: "date", label: "balance.asOf" },
  { name: "threshold", kind: "amount", label: "balance.threshold", help: "balance.thresholdHelp" },
] as const satisfies readonly FormField[];

export const PAYOUT_FIELD = {
  name: "way",
  kind: "choice",
  label: "balance.way",
  options: (t) =>
    PAYOUT_CHOICES.map((value) => ({
      value,
      label: t(`balance.way.${value}`),
      help: t(`balance.way.${value}Help`),
    })),
} as const satisfies FormField;

export type BalanceName = (typeof BALANCE_FIELDS)[number]["name"];
