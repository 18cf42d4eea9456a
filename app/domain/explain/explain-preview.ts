import type { Billing } from "../fees/billing.ts";
import { formatMinor } from "../money/decimal.ts";
import { type Month, monthOf } from "../month.ts";
import { usualMonth } from "../preview/compare-plans.ts";
import { nextCardCharge, projectedDays } from "../preview/next-charge.ts";
import { chargeNote } from "../report/preview-notes.ts";
import { usualLag } from "../totals/usual-lag.ts";
import { explainFee, explainFirstFee } from "./explain-fee.ts";
import { explainStatement } from "./explain-statement.ts";
import { type Grounds, input } from "./explanation.ts";
import { previewSection } from "./figure-path.ts";

/** Why a figure of the preview is what it is; null when the path names none. */
export function explainPreview(billing: Billing, path: readonly string[]): Grounds | null {
  const [, part = "", field = ""] = path;
  const section = previewSection(path);
  switch (section) {
    case "thisMonth":
    case "buildUp":
    case "plan":
      return explainFee(billing, monthOf(billing.on));
    case "firstFee":
      return explainFirstFee(billing);
    case "breakEvenRevenue":
      return breakEven(billing);
    case "nextCardCharge":
      return nextCharge(billing);
    case "year":
    case "past":
      return sumOfMonths(billing, section);
    case "plans":
    case "editionLines":
    case "usualMonth":
      return comparison(billing);
    case "months":
      return field === "partnerCost" || field === "cardCharges"
        ? costs(billing, field)
        : explainFee(billing, monthAt(billing, part));
    case undefined:
      return null;
  }
}

/** Months are named by position or as "2026-07". */
function monthAt({ on }: Billing, part: string): Month {
  if (/^\d+$/.test(part)) return monthOf(on) + 1 + Number(part);
  const [year, month] = part.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

function breakEven({ facts, plan, amounts }: Billing): Grounds {
  const minimumAmount = formatMinor(amounts.minimumFee, facts.currency);
  const percent = plan.fee.ratePpm / 10_000;
  return {
    inputs: [input("minimumFee", minimumAmount), input("ratePercent", String(percent))],
    rule: plan.rules.fee,
    arithmetic: [
      { id: "core.explain.breakEven", values: { minimumAmount, percent, currency: facts.currency } },
    ],
    assumptions: amounts.minimumFeeFrom === "estimate" ? ["G1", "G2"] : ["G1"],
  };
}

function nextCharge(billing: Billing): Grounds {
  const days = projectedDays(billing);
  const charge = nextCardCharge(days);
  const day = days.find((entry) => entry.day === charge?.day);
  if (!charge || !day) {
    return {
      inputs: [],
      rule: billing.plan.rules.card,
      arithmetic: [{ id: "core.preview.charge.none" }],
      assumptions: ["G6"],
    };
  }
  const grounds = explainStatement(billing, day, "cardCharge");
  return { ...grounds, arithmetic: [chargeNote(billing, charge), ...grounds.arithmetic] };
}

function comparison(billing: Billing): Grounds {
  const usual = usualMonth(billing);
  const money = (minor: number) => formatMinor(minor, billing.facts.currency);
  return {
    inputs: [
      input("usualRevenue", usual && money(usual.revenue)),
      input("usualPayout", usual && money(usual.payout)),
    ],
    rule: billing.plan.rules.fee,
    arithmetic: [{ id: usual ? `core.explain.plans.${usual.from}` : "core.explain.plans.unknown" }],
    assumptions: ["G1"],
  };
}

function sumOfMonths({ plan, facts, amounts }: Billing, sum: "year" | "past"): Grounds {
  return {
    inputs: [input("minimumFee", formatMinor(amounts.minimumFee, facts.currency))],
    rule: plan.rules.fee,
    arithmetic: [{ id: `core.explain.${sum}` }],
    assumptions: amounts.minimumFeeFrom === "estimate" ? ["G1", "G2"] : ["G1"],
  };
}

function costs(billing: Billing, field: "partnerCost" | "cardCharges"): Grounds {
  return {
    inputs: [input("lagDays", String(usualLag(billing.totals ?? [])))],
    rule: field === "partnerCost" ? billing.plan.rules.deduction : billing.plan.rules.card,
    arithmetic: [{ id: `core.explain.${field}` }],
    assumptions: field === "partnerCost" ? ["G5", "G9"] : ["G6", "G8"],
  };
}
