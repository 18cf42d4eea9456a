import type { Billing } from "../fees/billing.ts";
import { formatMinor } from "../money/decimal.ts";

/** The plan version a figure was made with, so that a later change of the rules shows. */
export type PlanUsed = {
  edition: string;
  version: string;
  checkedOn: string;
  minimumFee: string;
  minimumFeeFrom: "plan" | "merchant" | "estimate";
  minimumCharge: string;
  /** Date of the reference rates an estimate rests on. */
  ratesAsOf: string | null;
};

export function planUsed({ plan, amounts, facts }: Billing): PlanUsed {
  return {
    edition: plan.edition,
    version: plan.version,
    checkedOn: plan.rules.fee.checkedOn,
    minimumFee: formatMinor(amounts.minimumFee, facts.currency),
    minimumFeeFrom: amounts.minimumFeeFrom,
    minimumCharge: formatMinor(amounts.minimumCharge, facts.currency),
    ratesAsOf: amounts.ratesAsOf,
  };
}
