import { type Assumption, listAssumptions } from "../assumptions.ts";
import { isoDay } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import { feeForecaster, reckonedFee } from "../fees/fee-forecast.ts";
import { firstFee, firstFeeMonth } from "../fees/first-fee.ts";
import { formatMinor } from "../money/decimal.ts";
import { shareOf } from "../money/share.ts";
import { isoMonth, type Month } from "../month.ts";
import { methodNote } from "../report/preview-notes.ts";
import type { Note } from "../text.ts";
import { type Grounds, input } from "./explanation.ts";

/** Why a month's fee is what it is: the formula on what is known to lock, and how the rest was forecast. */
export function explainFee(billing: Billing, month: Month): Grounds {
  const { facts, plan, amounts } = billing;
  const money = (minor: number) => formatMinor(minor, facts.currency);
  const forecast = feeForecaster(billing)(month);
  return {
    inputs: [
      input("month", isoMonth(month)),
      input("feeBase", forecast.base === null ? null : money(forecast.base)),
      input("knownToLock", billing.totals === null ? null : money(forecast.known)),
      ...(forecast.added > 0 ? [input("newExpected", money(forecast.added))] : []),
      input("minimumFee", money(amounts.minimumFee)),
      input("minimumFeeFrom", amounts.minimumFeeFrom),
      ...(amounts.minimumFeeFrom === "estimate" ? [input("ratesAsOf", amounts.ratesAsOf)] : []),
      input("ratePercent", String(plan.fee.ratePpm / 10_000)),
    ],
    rule: plan.rules.fee,
    arithmetic: [
      // The base of the fee that is named: what is known to lock, and what new actions bring by the likely pace.
      formulaNote(billing, forecast.known + forecast.added, reckonedFee(billing, forecast)),
      methodNote(billing, forecast),
    ],
    assumptions: listAssumptions(feeAssumptions(billing, month)),
  };
}

/** The gaps a month's fee rests on. */
function feeAssumptions({ facts, plan, amounts }: Billing, month: Month): Assumption[] {
  const first = firstFeeMonth(facts.signedUpOn);
  const { earliest, expected } = firstFee(facts.signedUpOn);
  return [
    "G5",
    ...(plan.fee.of === "revenue" ? (["G1"] as const) : []),
    ...(amounts.minimumFeeFrom === "estimate" ? (["G2"] as const) : []),
    ...(month === first ? (["G3"] as const) : []),
    ...(earliest !== expected && month <= first ? (["G4"] as const) : []),
  ];
}

/** Why the first fee falls on its day. */
export function explainFirstFee({ facts, plan }: Billing): Grounds {
  const { earliest, expected } = firstFee(facts.signedUpOn);
  const values = {
    signedUpOn: isoDay(facts.signedUpOn),
    expectedOn: isoDay(expected),
    earliestOn: isoDay(earliest),
  };
  return {
    inputs: [input("signedUp", isoDay(facts.signedUpOn))],
    rule: plan.rules.firstFee,
    arithmetic: [
      { id: earliest === expected ? "core.explain.firstFee" : "core.explain.firstFeeOnThe1st", values },
    ],
    assumptions: earliest === expected ? ["G5"] : ["G4", "G5"],
  };
}

function formulaNote({ facts, plan, amounts }: Billing, base: number, fee: number): Note {
  const money = (minor: number) => formatMinor(minor, facts.currency);
  const charged = plan.fee.kind === "greater-of" ? base : Math.max(0, base - amounts.included);
  return {
    id: `core.explain.fee.${plan.fee.kind}`,
    values: {
      percent: plan.fee.ratePpm / 10_000,
      baseAmount: money(charged),
      shareAmount: money(shareOf(charged, plan.fee.ratePpm, facts.currency)),
      minimumAmount: money(amounts.minimumFee),
      includedAmount: money(amounts.included),
      feeAmount: money(fee),
      currency: facts.currency,
    },
  };
}
