import type { Billing } from "#app/domain/fees/billing.ts";
import type { Assumption } from "../assumptions.ts";
import { amountAssumptions } from "../plans/plan-amounts.ts";
import type { Preview } from "./preview.ts";

/** The gaps a preview's figures rest on. */
export function previewAssumptions(billing: Billing, made: Preview): Assumption[] {
  const { plan, amounts, whatIf } = billing;
  const used: Assumption[] = ["G5", ...amountAssumptions(amounts)];
  if (plan.fee.of === "revenue") used.push("G1");
  if (made.firstFee.expected > billing.on) used.push("G3");
  if (made.firstFee.earliest !== made.firstFee.expected) used.push("G4");
  const charge = made.nextCardCharge;
  if (charge !== null) used.push("G8", "G10");
  if (charge !== null && charge.amount < amounts.minimumCharge) used.push("G7");
  if (
    made.projected.some(
      (day) => day.amounts !== null && day.amounts.payable > 0 && day.amounts.cardCharge === 0,
    )
  ) {
    used.push("G6", "G33");
  }
  if (made.projected.some((day) => day.locking > 0)) used.push("G9");
  if (made.projected.some((day) => day.reversed > 0)) used.push("G11");
  if (whatIf.close !== undefined) used.push("G27");
  return used;
}
