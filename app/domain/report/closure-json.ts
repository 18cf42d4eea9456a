import type { Assumption } from "../assumptions.ts";
import type { ChecklistItem } from "../closing/checklist-item.ts";
import type { LiteralAnswer, Scenario } from "../closing/refund-table.ts";
import type { Trial } from "../closing/trial.ts";
import type { Payer } from "../closing/who-pays.ts";
import type { Note } from "../text.ts";
import type { PlanUsed } from "./plan-used.ts";

/** Decimal strings; null = not known. `net` = fees + partnerCosts − fromBalance − expectedRefund. */
export type ClosingCostJson = {
  date: string;
  possible: boolean;
  fees: string;
  partnerCosts: string | null;
  fromBalance: string | null;
  expectedRefund: string | null;
  net: string | null;
};

export type ClosureReport = {
  asOf: string;
  currency: string;
  route: "trial-cancel" | "ticket";
  /** `eligible` only when every condition is known to hold; `status` tells "no" from "unknown". */
  trial: {
    eligible: boolean;
    status: "yes" | "no" | "unknown";
    unmet: Note[];
    /** S0's three conditions: still in the trial, card never charged, no action ever tracked. */
    conditions: Trial["conditions"];
  };
  daysActive: number;
  refund: {
    scenario: Scenario;
    literal: LiteralAnswer;
    row: number | null;
    text: Note;
    refundBy: string | null;
    warnings: Note[];
  };
  earliestClosing: { date: string | null; because: Note[]; mayMove: boolean };
  checklist: ChecklistItem[];
  costToClose: { days: ClosingCostJson[]; cheapest: string | null };
  whoPays: Payer[];
  /** What could not be read of the lists behind the figures: they are then at least what is shown. */
  unread: Note[];
  plan: PlanUsed;
  assumptions: Assumption[];
};
