import { type Assumption, listAssumptions } from "../assumptions.ts";
import { type Billing, missingAmounts } from "../fees/billing.ts";
import { firstFee } from "../fees/first-fee.ts";
import { milestonesOf } from "../ledger/milestones.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { formatMinor } from "../money/decimal.ts";
import { rowRules } from "../plans/row-rules.ts";
import type { Rule } from "../plans/rule.ts";
import type { Note } from "../text.ts";
import { type Grounds, input } from "./explanation.ts";

export const STATEMENT_COLUMNS = [
  "opening",
  "newlyOwed",
  "payable",
  "deduction",
  "cardCharge",
  "closing",
] as const;

export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

/** Why one column of one day of the statement is what it is. */
export function explainStatement(billing: Billing, day: StatementDay, column: StatementColumn): Grounds {
  return {
    inputs: inputs(billing, day),
    rule: billing.plan.edition === "starter" ? rowRule(billing, day, column) : planRule(billing, day, column),
    arithmetic: arithmetic(billing, day, column),
    assumptions: touching(billing, day, column),
  };
}

/** Only S3 words its example day by day; of the other editions the rule of the column is quoted. */
function planRule({ plan: { rules } }: Billing, day: StatementDay, column: StatementColumn): Rule {
  const rule: Record<StatementColumn, Rule> = {
    opening: rules.card,
    newlyOwed: day.feeCharged > 0 ? rules.charging : rules.card,
    payable: rules.card,
    deduction: day.feeSettled > 0 ? rules.charging : rules.deduction,
    cardCharge: rules.minimumCharge,
    closing: rules.deduction,
  };
  return rule[column];
}

/** The sentence S3 has for this row and this column of it. */
function rowRule(billing: Billing, day: StatementDay, column: StatementColumn): Rule {
  const { rules } = billing.plan;
  const { cardCharge = 0, payable = 0, deduction = 0 } = day.amounts ?? {};
  const deducted = day.feeSettled > 0 ? rules.charging : day.locking > 0 ? rowRules.locked : rowRules.tracked;
  switch (column) {
    case "opening":
      return rowRules.checked;
    case "newlyOwed":
    case "payable":
      return day.feeCharged > 0 ? rules.charging : day.costs > 0 ? rowRules.tracked : quietRule(billing, day);
    case "deduction":
      return deduction > 0 || day.costs > 0 ? deducted : quietRule(billing, day);
    case "cardCharge":
      if (cardCharge > 0) return day.feeCharged > 0 ? rowRules.feeCard : rules.card;
      return payable > 0 ? rules.minimumCharge : day.locking > 0 ? rowRules.allCovered : rowRules.covered;
    case "closing":
      return deduction > 0 ? deducted : cardCharge > 0 ? rules.card : quietRule(billing, day);
  }
}

/** A day on which no money moves. */
function quietRule({ facts }: Billing, { day }: StatementDay): Rule {
  if (day === facts.signedUpOn) return rowRules.signedUp;
  const { fullMonthOn } = milestonesOf(facts.signedUpOn);
  return day === fullMonthOn ? rowRules.fullMonth : rowRules.covered;
}

/** The gaps this one figure rests on, and no other figure of its row. */
function touching(billing: Billing, day: StatementDay, column: StatementColumn): Assumption[] {
  const { amounts: plan } = billing;
  const { cardCharge = 0, payable = 0, deduction = 0 } = day.amounts ?? {};
  const used: Assumption[] = ["G5"];
  const isOfFee =
    day.feeCharged > 0 && column !== "opening" && column !== "deduction" && column !== "closing";
  if (isOfFee && billing.plan.fee.of === "revenue") used.push("G1");
  if (isOfFee && day.day === firstFee(billing.facts.signedUpOn).expected) used.push("G3");
  if (isOfFee && plan.minimumFeeFrom === "estimate") used.push("G2");
  if (column === "deduction" && day.locking > 0) used.push("G9");
  if (column === "payable" && day.reversed > 0) used.push("G11");
  if (column === "cardCharge" && cardCharge > 0) used.push("G8");
  if (column === "cardCharge" && cardCharge > 0 && cardCharge < plan.minimumCharge) used.push("G7");
  if (column === "cardCharge" && cardCharge === 0 && payable > 0) used.push("G6");
  if (column === "closing" && cardCharge > 0 && deduction > 0) used.push("G10");
  if (column === "deduction" && day.rest > 0) used.push("G33");
  return listAssumptions(used);
}

function inputs({ facts, amounts }: Billing, day: StatementDay) {
  const money = (minor: number) => formatMinor(minor, facts.currency);
  return [
    input("opening", day.amounts && money(day.amounts.opening)),
    input("costs", money(day.costs)),
    input("reversed", money(day.reversed)),
    input("locking", money(day.locking)),
    input("feeCharged", money(day.feeCharged)),
    input("feeSettled", money(day.feeSettled)),
    input("owed", day.amounts && money(day.owed)),
    input("buffer", money(amounts.buffer)),
    input("minimumCharge", money(amounts.minimumCharge)),
  ];
}

function arithmetic(billing: Billing, day: StatementDay, column: StatementColumn): Note[] {
  const { facts, amounts: plan } = billing;
  const { amounts } = day;
  const money = (minor: number) => formatMinor(minor, facts.currency);
  // What became owed is known without a balance.
  if (column === "newlyOwed")
    return [
      {
        id: "core.explain.statement.newlyOwed",
        values: {
          costsAmount: money(day.costs),
          feeAmount: money(day.feeCharged),
          owedAmount: money(day.costs + day.feeCharged),
          currency: facts.currency,
        },
      },
    ];
  if (amounts === null)
    return [{ id: "core.statement.balanceUnknown", values: { missing: missingAmounts(billing) } }];
  // The first day has no day before it: its balance is the merchant's word.
  const isStated = column === "opening" && facts.fundingBalance?.asOf === day.day;
  return [
    {
      id: isStated ? "core.explain.statement.openingTold" : `core.explain.statement.${column}`,
      values: {
        openingAmount: money(amounts.opening),
        payableAmount: money(amounts.payable),
        deductionAmount: money(amounts.deduction),
        chargeAmount: money(amounts.cardCharge),
        closingAmount: money(amounts.closing),
        owedAmount: money(day.owed),
        dueAmount: money(amounts.deduction + day.rest),
        bufferAmount: money(plan.buffer),
        minimumAmount: money(plan.minimumCharge),
        currency: facts.currency,
      },
    },
  ];
}
