import type { AccountFacts } from "../account/account.ts";
import type { Assumption } from "../assumptions.ts";
import { type Day, isoDay } from "../day.ts";
import { firstFee } from "../fees/first-fee.ts";
import type { Note } from "../text.ts";
import type { ActionsAsOf } from "./actions-as-of.ts";

/** Whether the trial can be cancelled; "unknown" when no condition fails but one cannot be checked. */
export type Trial = {
  status: "yes" | "no" | "unknown";
  unmet: Note[];
  /** S0's three conditions, one by one. */
  conditions: { key: TrialCondition; state: Finding["state"] }[];
  assumptions: Assumption[];
};

export type TrialCondition = "in-trial" | "card-untouched" | "no-actions";

type Finding = { state: "met" | "not-met" | "unknown"; note: Note };

/**
 * The conditions for cancelling the trial oneself (S0): still in the trial, card never charged and no charge due,
 * no partner cost ever. The end of the trial is the merchant's word (G12); a reversed action still counts (G13).
 */
export function assessTrial(facts: AccountFacts, actions: ActionsAsOf | null, on: Day): Trial {
  const [trial, card, costs] = [inTrial(facts, on), cardUntouched(facts, on), noCosts(actions)];
  const findings = [edition(facts), trial, card, costs];
  const failing = findings.filter((finding) => finding.state !== "met");
  const status = failing.some((finding) => finding.state === "not-met")
    ? "no"
    : failing.length > 0
      ? "unknown"
      : "yes";
  // What happens after cancelling is only worth saying to somebody who can.
  const after: Assumption[] = status === "yes" ? ["G14", "G15", "G16"] : [];
  // Once something is known to stand against it, what nobody knows decides nothing any more.
  const telling = status === "no" ? failing.filter(({ state }) => state === "not-met") : failing;
  return {
    status,
    unmet: telling.map((finding) => finding.note),
    conditions: [
      { key: "in-trial", state: trial.state },
      { key: "card-untouched", state: card.state },
      { key: "no-actions", state: costs.state },
    ],
    assumptions: ["G12", "G13", ...after],
  };
}

function edition({ kind, edition }: AccountFacts): Finding {
  const starter = kind === "brand" && edition === "starter";
  return { state: starter ? "met" : "not-met", note: { id: "core.trial.onlyStarter" } };
}

function inTrial({ trialEndsOn }: AccountFacts, on: Day): Finding {
  if (trialEndsOn === null) return { state: "unknown", note: { id: "core.trial.endUnknown" } };
  const note: Note = { id: "core.trial.over", values: { endedOn: isoDay(trialEndsOn) } };
  return { state: on <= trialEndsOn ? "met" : "not-met", note };
}

function cardUntouched({ card, signedUpOn }: AccountFacts, on: Day): Finding {
  const firstFeeOn = firstFee(signedUpOn).expected;
  if (card.everCharged === true) return { state: "not-met", note: { id: "core.trial.cardCharged" } };
  if (on >= firstFeeOn) {
    return { state: "not-met", note: { id: "core.trial.feeDue", values: { chargedOn: isoDay(firstFeeOn) } } };
  }
  return { state: card.everCharged === null ? "unknown" : "met", note: { id: "core.trial.cardUnknown" } };
}

function noCosts(actions: ActionsAsOf | null): Finding {
  if (actions === null) return { state: "unknown", note: { id: "core.trial.actionsUnknown" } };
  const onlyReversed = actions.tracked > 0 && actions.tracked === actions.reversed;
  const id = onlyReversed ? "core.trial.reversedCosts" : "core.trial.costs";
  return {
    state: actions.tracked === 0 ? "met" : "not-met",
    note: { id, values: { count: actions.tracked } },
  };
}
