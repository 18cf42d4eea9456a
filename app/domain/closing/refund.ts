import type { AccountFacts } from "../account/account.ts";
import type { Assumption } from "../assumptions.ts";
import { type Day, isoDay } from "../day.ts";
import { firstFee } from "../fees/first-fee.ts";
import type { Note } from "../text.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";
import { type LiteralAnswer, refundRow, type Scenario } from "./refund-table.ts";

export type Refund = {
  scenario: Scenario;
  literal: LiteralAnswer;
  /** Row of the decision table; null where S0 does not apply or a fact is missing. */
  row: number | null;
  /** The last of the days counted (G23): today, or a later day of closing that takes the full refund away. */
  countedTo: Day;
  text: Note;
  warnings: Note[];
  assumptions: Assumption[];
};

/** From this day on the merchant is warned that full refund ends before day 30 (G23). */
const WARN_FROM_DAY = 25;

/** Days active with sign-up day and `on` both counted (G23); 0 before sign-up. */
export function daysActive(signedUpOn: Day, on: Day): number {
  return Math.max(0, on - signedUpOn + 1);
}

/**
 * The refund to promise (S0). Unknown actions and accounts S0 does not speak about get C, never A or B. `closesOn` is
 * the expected day of closing: the full refund of an account under 30 days must hold on that day too (G23). `unpaid` is
 * how many locked actions neither impact.com nor the statement shows as paid (D1).
 */
export function assessRefund(
  facts: AccountFacts,
  actions: ActionsAsOf | null,
  { on, closesOn, unpaid }: { on: Day; closesOn: Day; unpaid: number },
): Refund {
  if (facts.kind === "partner") return lowest("not-stated", "core.refund.text.partner", on, []);
  if (facts.edition !== "starter") return lowest("not-stated", "core.refund.text.brand", on, []);
  if (actions === null) return lowest("unknown", "core.refund.text.unknown", on, ["G21"]);
  const rowOn = (day: Day) =>
    refundRow(daysActive(facts.signedUpOn, day), actions.locked > 0, actions.pending.length > 0);
  const today = rowOn(on);
  const countedTo = today.scenario === "A" ? Math.max(on, closesOn) : on;
  const found = rowOn(countedTo);
  const assumptions: Assumption[] = ["G23", "G26"];
  if ([2, 3, 5, 6, 7, 8].includes(found.row)) assumptions.push("G21");
  if (found.scenario !== "A") assumptions.push("G22");
  const tooLate = today.scenario === "A" && found.scenario !== "A";
  return {
    ...found,
    countedTo,
    text: textOf(found.row, unpaid),
    warnings: tooLate ? [closesLate(facts, countedTo)] : warnings(facts, found.scenario, on),
    assumptions,
  };
}

function textOf(row: number, unpaid: number): Note {
  if (row === 1) return { id: "core.refund.text.A" };
  if (row === 5) return { id: "core.refund.text.day30" };
  if (row === 9) return { id: "core.refund.text.B" };
  if (row % 4 === 2) return { id: "core.refund.text.pending" };
  if (row % 4 === 3 && unpaid === 0) return { id: "core.refund.text.paid" };
  return { id: row % 4 === 3 ? "core.refund.text.locked" : "core.refund.text.both" };
}

/** The last day an account is active for less than 30 days, its first day counted. */
const lastFullRefundDay = ({ signedUpOn }: AccountFacts): Day => signedUpOn + 28;

function closesLate(facts: AccountFacts, closesOn: Day): Note {
  const values = { lastOn: isoDay(lastFullRefundDay(facts)), closesOn: isoDay(closesOn) };
  return { id: "core.refund.warning.closesLate", values };
}

function warnings(facts: AccountFacts, scenario: Scenario, on: Day): Note[] {
  // S0: after 30 days accrued fees are kept, whatever else is given back (D6).
  if (scenario !== "A") return [{ id: "core.refund.warning.feesKept" }];
  const lastOn = lastFullRefundDay(facts);
  const notes: Note[] = [];
  if (daysActive(facts.signedUpOn, on) >= WARN_FROM_DAY)
    notes.push({ id: "core.refund.warning.day30", values: { lastOn: isoDay(lastOn) } });
  const feeOn = firstFee(facts.signedUpOn).earliest;
  // Signing up late in January puts the first fee right where the full refund ends.
  if (feeOn <= lastOn + 1)
    notes.push({ id: "core.refund.warning.firstFee", values: { feeOn: isoDay(feeOn) } });
  return notes;
}

function lowest(literal: LiteralAnswer, id: string, countedTo: Day, assumptions: Assumption[]): Refund {
  return {
    scenario: "C",
    literal,
    row: null,
    countedTo,
    text: { id },
    warnings: [],
    assumptions: [...assumptions, "G22", "G26"],
  };
}
