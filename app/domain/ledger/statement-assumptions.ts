import type { Assumption } from "../assumptions.ts";
import { firstFee } from "../fees/first-fee.ts";
import { amountAssumptions } from "../plans/plan-amounts.ts";
import type { Billing } from "../preview/billing.ts";
import type { Statement } from "./statement.ts";

/** The gaps a statement's figures rest on. */
export function statementAssumptions(billing: Billing, { days }: Statement): Assumption[] {
  const { facts, plan, amounts } = billing;
  const first = firstFee(facts.signedUpOn);
  const used: Assumption[] = ["G5", "G10", ...amountAssumptions(amounts)];
  if (days.some((day) => day.feeCharged > 0)) {
    if (plan.fee.of === "revenue") used.push("G1");
    if (days.some((day) => day.feeCharged > 0 && day.day === first.expected)) used.push("G3");
  }
  if (first.earliest !== first.expected) used.push("G4");
  if (days.some((day) => day.amounts !== null && day.amounts.payable > 0 && day.amounts.cardCharge === 0))
    used.push("G6");
  const charges = days.flatMap((day) => day.amounts?.cardCharge || []);
  if (charges.length > 0) used.push("G8");
  if (charges.some((charge) => charge < amounts.minimumCharge)) used.push("G7");
  if (days.some((day) => day.locking > 0)) used.push("G9");
  if (days.some((day) => day.reversed > 0)) used.push("G11");
  if (days.some((day) => day.rest > 0)) used.push("G33");
  return used;
}
