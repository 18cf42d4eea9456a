import type { Closure } from "../closing/closure.ts";
import { REFUND_BUSINESS_DAYS } from "../closing/closure.ts";
import { daysActive } from "../closing/refund.ts";
import { type Day, isoDay } from "../day.ts";
import { closingRules } from "../plans/closing-rules.ts";
import { type Grounds, input } from "./explanation.ts";

/** Why a figure of the closure report is what it is; null when the path names none. */
export function explainClosure(made: Closure, path: readonly string[]): Grounds | null {
  const [section = "", field = ""] = path;
  const { facts, on } = made.billing;
  const active = input("daysActive", String(made.daysActive));
  const closing = input("earliestClosing", made.earliest.day === null ? null : isoDay(made.earliest.day));
  if (section === "refund" && field === "refundBy") {
    const arithmetic = [{ id: "core.explain.refundBy", values: { days: REFUND_BUSINESS_DAYS } }];
    return { inputs: [closing], rule: closingRules.refundBy, arithmetic };
  }
  const counted = (to: Day) => ({
    id: "core.explain.daysActive",
    values: {
      signedUpOn: isoDay(facts.signedUpOn),
      countedOn: isoDay(to),
      days: daysActive(facts.signedUpOn, to),
    },
  });
  if (section === "refund") {
    const { countedTo, row, text, warnings } = made.refund;
    // Where no row of S0's table applies, no day counts.
    const days = row === null ? [] : [counted(countedTo)];
    return { inputs: [active], rule: closingRules.refund, arithmetic: [...days, text, ...warnings] };
  }
  if (section === "daysActive") {
    const inputs = [input("signedUp", isoDay(facts.signedUpOn))];
    return { inputs, rule: closingRules.refund, arithmetic: [counted(on)] };
  }
  if (section === "earliestClosing") {
    return { inputs: [closing], rule: closingRules.earliestClosing, arithmetic: made.earliest.because };
  }
  if (section === "route") {
    return { inputs: [], rule: closingRules.route, arithmetic: [{ id: `core.explain.route.${made.route}` }] };
  }
  if (section === "trial") return { inputs: [], rule: closingRules.trial, arithmetic: made.trial.unmet };
  if (section === "checklist") return checklistGrounds(made, field);
  if (section === "whoPays") {
    return { inputs: [], rule: closingRules.closingCosts, arithmetic: made.whoPays.map(({ text }) => text) };
  }
  if (section === "costToClose") {
    return {
      inputs: [closing],
      rule: closingRules.closingCosts,
      arithmetic: [{ id: "core.explain.costToClose" }],
    };
  }
  return null;
}

/** Entries are named by key or by position. */
function checklistGrounds({ billing, checklist }: Closure, name: string): Grounds {
  const item = checklist.find(({ key }, index) => key === name || String(index) === name);
  const { kind, edition } = billing.facts;
  const brand = edition === "starter" ? closingRules.starterChecklist : closingRules.brandChecklist;
  const rule = kind === "partner" ? closingRules.partnerChecklist : brand;
  return { inputs: [], rule, arithmetic: item?.open ?? [] };
}
