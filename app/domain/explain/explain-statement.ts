import { type Billing, missingAmounts } from "../fees/billing.ts";
import type { StatementDay } from "../ledger/statement-day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { Rule } from "../plans/rule.ts";
import type { Note } from "../text.ts";
import { type Grounds, input } from "./explanation.ts";

export const STATEMENT_COLUMNS = ["opening", "payable", "deduction", "cardCharge", "closing"] as const;

export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

/** Why one column of one day of the statement is what it is. */
export function explainStatement(billing: Billing, day: StatementDay, column: StatementColumn): Grounds {
  const { rules } = billing.plan;
  const rule: Record<StatementColumn, Rule> = {
    opening: rules.card,
    payable: rules.card,
    deduction: day.feeSettled > 0 ? rules.charging : rules.deduction,
    cardCharge: rules.minimumCharge,
    closing: rules.deduction,
  };
  return { inputs: inputs(billing, day), rule: rule[column], arithmetic: arithmetic(billing, day, column) };
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
  if (amounts === null)
    return [{ id: "core.statement.balanceUnknown", values: { missing: missingAmounts(billing) } }];
  const money = (minor: number) => formatMinor(minor, facts.currency);
  // The first day has no day before it: its balance is the merchant's word.
  const isTold = column === "opening" && facts.fundingBalance?.asOf === day.day;
  return [
    {
      id: isTold ? "core.explain.statement.openingTold" : `core.explain.statement.${column}`,
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
