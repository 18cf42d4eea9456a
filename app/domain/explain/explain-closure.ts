import type { Closure } from "../closing/closure.ts";
import { REFUND_BUSINESS_DAYS } from "../closing/closure.ts";
import { daysActive } from "../closing/refund.ts";
import { type Day, isoDay } from "../day.ts";
import { closingRules } from "../plans/closing-rules.ts";
import type { Note } from "../text.ts";
import { type ExplainedInput, type Grounds, input } from "./explanation.ts";
import { closureSection } from "./figure-path.ts";

/** Why a figure of the closure report is what it is; null when the path names none. */
export function explainClosure(made: Closure, path: readonly string[]): Grounds | null {
  const [, field = ""] = path;
  const section = closureSection(path);
  const { facts, on } = made.billing;
  const closing = input("earliestClosing", made.earliest.day === null ? null : isoDay(made.earliest.day));
  switch (section) {
    case "refund":
      return refundGrounds(made, field, closing);
    case "daysActive":
      return {
        inputs: [input("signedUp", isoDay(facts.signedUpOn))],
        rule: closingRules.refund,
        arithmetic: [counted(made, on)],
      };
    case "earliestClosing":
      return {
        inputs: [closing],
        rule: closingRules.earliestClosing,
        arithmetic: made.earliest.because,
      };
    case "route":
      return {
        inputs: [],
        rule: closingRules.route,
        arithmetic: [{ id: `core.explain.route.${made.route}` }],
      };
    case "trial":
      return { inputs: [], rule: closingRules.trial, arithmetic: made.trial.unmet };
    case "checklist":
      return checklistGrounds(made, field);
    case "whoPays":
      return {
        inputs: [],
        rule: closingRules.closingCosts,
        arithmetic: made.whoPays.map(({ text }) => text),
      };
    case "costToClose":
      return {
        inputs: [closing],
        rule: closingRules.closingCosts,
        arithmetic: [{ id: "core.explain.costToClose" }],
      };
    case undefined:
      return null;
  }
}

function refundGrounds(made: Closure, field: string, closing: ExplainedInput): Grounds {
  if (field === "refundBy") {
    const arithmetic = [{ id: "core.explain.refundBy", values: { days: REFUND_BUSINESS_DAYS } }];
    return { inputs: [closing], rule: closingRules.refundBy, arithmetic };
  }
  const { countedTo, row, text, warnings } = made.refund;
  // Where no row of S0's table applies, no day counts.
  const days = row === null ? [] : [counted(made, countedTo)];
  return {
    inputs: [input("daysActive", String(made.daysActive))],
    rule: closingRules.refund,
    arithmetic: [...days, text, ...warnings],
  };
}

function counted({ billing: { facts } }: Closure, to: Day): Note {
  return {
    id: "core.explain.daysActive",
    values: {
      signedUpOn: isoDay(facts.signedUpOn),
      countedOn: isoDay(to),
      days: daysActive(facts.signedUpOn, to),
    },
  };
}

/** Entries are named by key or by position. */
function checklistGrounds({ billing, checklist }: Closure, name: string): Grounds {
  const item = checklist.find(({ key }, index) => key === name || String(index) === name);
  const { kind, edition } = billing.facts;
  const brand = edition === "starter" ? closingRules.starterChecklist : closingRules.brandChecklist;
  const rule = kind === "partner" ? closingRules.partnerChecklist : brand;
  return { inputs: [], rule, arithmetic: item?.open ?? [] };
}
