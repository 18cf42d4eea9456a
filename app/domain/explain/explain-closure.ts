import { type Assumption, listAssumptions } from "../assumptions.ts";
import type { Closure } from "../closing/closure.ts";
import { REFUND_BUSINESS_DAYS } from "../closing/closure.ts";
import { feesOf } from "../closing/cost-to-close.ts";
import { fundingOn } from "../closing/funding-on.ts";
import { daysActive } from "../closing/refund.ts";
import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import { isoMonth } from "../month.ts";
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
        assumptions: ["G5", "G23"],
      };
    case "earliestClosing":
      return {
        inputs: [closing],
        rule: closingRules.earliestClosing,
        arithmetic: made.earliest.because,
        assumptions: listAssumptions(["G5", ...made.earliest.assumptions]),
      };
    case "route":
      return {
        inputs: [],
        rule: closingRules.route,
        arithmetic: [{ id: `core.explain.route.${made.route}` }],
        assumptions: listAssumptions(made.trial.assumptions),
      };
    case "trial":
      return {
        inputs: [],
        rule: closingRules.trial,
        arithmetic: made.trial.unmet,
        assumptions: listAssumptions(made.trial.assumptions),
      };
    case "checklist":
      return checklistGrounds(made, field);
    case "whoPays":
      return {
        inputs: [],
        rule: closingRules.closingCosts,
        arithmetic: made.whoPays.map(({ text }) => text),
        assumptions: ["G27"],
      };
    case "costToClose":
      return costGrounds(made, path, closing);
    case undefined:
      return null;
  }
}

function refundGrounds(made: Closure, field: string, closing: ExplainedInput): Grounds {
  if (field === "refundBy") {
    const arithmetic = [{ id: "core.explain.refundBy", values: { days: REFUND_BUSINESS_DAYS } }];
    return { inputs: [closing], rule: closingRules.refundBy, arithmetic, assumptions: ["G25"] };
  }
  const { countedTo, row, text, warnings } = made.refund;
  // Where no row of S0's table applies, no day counts.
  const days = row === null ? [] : [counted(made, countedTo)];
  return {
    inputs: [input("daysActive", String(made.daysActive))],
    rule: closingRules.refund,
    arithmetic: [...days, text, ...warnings],
    assumptions: listAssumptions(made.refund.assumptions),
  };
}

/** The sum of one day of closing: what is already owed, the fee of each month up to it, and the balance against both. */
function costGrounds(made: Closure, path: readonly string[], closing: ExplainedInput): Grounds {
  const [, , name = ""] = path;
  const { billing, cost } = made;
  const { currency } = billing.facts;
  const day = cost.days.find((each, index) => isoDay(each.day) === name || String(index) === name);
  const money = (minor: number) => formatMinor(minor, currency);
  const base = { rule: closingRules.closingCosts, assumptions: listAssumptions(["G22", "G27"]) };
  const note: Note = { id: "core.explain.costToClose" };
  if (!day) return { ...base, inputs: [closing], arithmetic: [note] };
  const { balance } = fundingOn(billing);
  const months: Note[] = feesOf(day, billing).map(({ month, fee }) => ({
    id: "core.explain.cost.month",
    values: { coveredMonth: isoMonth(month), feeAmount: money(fee), currency },
  }));
  const sum: Note =
    day.partnerCosts === null || balance === null || day.net === null
      ? note
      : {
          id: "core.explain.cost.sum",
          values: {
            feesAmount: money(day.fees),
            costsAmount: money(day.partnerCosts),
            balanceAmount: money(balance),
            netAmount: money(day.net),
            currency,
          },
        };
  return {
    ...base,
    inputs: [closing, input("closesOn", isoDay(day.day)), input("fees", money(day.fees))],
    arithmetic: [...months, sum],
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
  const assumptions: Assumption[] =
    name === "delete-catalogs" || name === "refund-form" ? ["G17", "G28"] : item?.funded ? ["G9"] : [];
  return {
    inputs: [],
    rule,
    arithmetic: [...(item?.open ?? []), ...(item?.funded?.things ?? [])],
    assumptions,
  };
}
