import type { Assumption } from "../assumptions.ts";
import type { Billing } from "../fees/billing.ts";
import { firstFee } from "../fees/first-fee.ts";
import { amountAssumptions } from "../plans/plan-amounts.ts";
import type { Statement } from "./statement.ts";
import type { StatementDay } from "./statement-day.ts";

/** The gaps a statement's figures rest on. */
export function statementAssumptions(billing: Billing, { days }: Statement): Set<Assumption> {
  const first = firstFee(billing.facts.signedUpOn);
  const used = new Set<Assumption>(["G5", "G10", ...amountAssumptions(billing.amounts)]);
  if (first.earliest !== first.expected) used.add("G4");
  for (const day of days) {
    if (day.feeCharged > 0 && billing.plan.fee.of === "revenue") used.add("G1");
    if (day.feeCharged > 0 && day.day === first.expected) used.add("G3");
    if (day.locking > 0) used.add("G9");
    if (day.reversed > 0) used.add("G11");
    if (day.rest > 0) used.add("G33");
    addOfCard(used, billing, day);
  }
  return used;
}

function addOfCard(used: Set<Assumption>, { amounts: plan }: Billing, { amounts }: StatementDay): void {
  if (amounts === null) return;
  const { cardCharge, payable } = amounts;
  if (cardCharge > 0) used.add("G8");
  if (cardCharge > 0 && cardCharge < plan.minimumCharge) used.add("G7");
  if (cardCharge === 0 && payable > 0) used.add("G6");
}
