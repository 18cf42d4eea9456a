import { firstDayOf, isoOf, monthOf } from "./amounts-and-days.mjs";

const firstFeeOn = (signedUpOn) => firstDayOf(monthOf(signedUpOn) + 2);
const activeDays = (signedUpOn, day) => Math.max(0, day - signedUpOn + 1);

/** impact.com's three refund texts as a table: how long active, anything locked, anything pending. */
function refundRow(days, locked, pending) {
  const age = days < 30 ? 0 : days === 30 ? 1 : 2;
  const row = age * 4 + (locked ? 2 : 0) + (pending ? 1 : 0) + 1;
  const literal = { 1: "A", 2: "conflicting", 3: "conflicting", 5: "neither", 9: "B" }[row] ?? "C";
  const scenario = { 1: "A", 5: "B", 9: "B" }[row] ?? "C";
  return { row, literal, scenario };
}

const TEXT_OF_ROW = { 1: "A", 5: "day30", 9: "B" };

/** The refund to promise; the full one must hold on the day of closing too. */
export function refundOf(account, actions, { on, closesOn, unpaid }) {
  const lowest = (literal, text) => ({ scenario: "C", literal, row: null, text: { id: text }, warnings: [] });
  if (account.kind === "partner") return lowest("not-stated", "core.refund.text.partner");
  if (account.edition !== "starter") return lowest("not-stated", "core.refund.text.brand");
  if (actions === null) return lowest("unknown", "core.refund.text.unknown");
  const rowOn = (day) =>
    refundRow(activeDays(account.signedUpOn, day), actions.locked > 0, actions.pending.length > 0);
  const today = rowOn(on);
  const found = rowOn(today.scenario === "A" ? Math.max(on, closesOn) : on);
  const locked = unpaid === 0 ? "paid" : "locked";
  const text = TEXT_OF_ROW[found.row] ?? ["both", "", "pending", locked][found.row % 4];
  return {
    ...found,
    text: { id: `core.refund.text.${text}` },
    warnings: warnings(account, today, found, on, closesOn),
  };
}

function warnings({ signedUpOn }, today, found, on, closesOn) {
  const lastOn = signedUpOn + 28;
  if (today.scenario === "A" && found.scenario !== "A") {
    const values = { lastOn: isoOf(lastOn), closesOn: isoOf(Math.max(on, closesOn)) };
    return [{ id: "core.refund.warning.closesLate", values }];
  }
  if (found.scenario !== "A") return [{ id: "core.refund.warning.feesKept" }];
  const notes = [];
  if (activeDays(signedUpOn, on) >= 25)
    notes.push({ id: "core.refund.warning.day30", values: { lastOn: isoOf(lastOn) } });
  const month = monthOf(signedUpOn);
  const feeOn = signedUpOn === firstDayOf(month) ? firstDayOf(month + 1) : firstFeeOn(signedUpOn);
  if (feeOn <= lastOn + 1)
    notes.push({ id: "core.refund.warning.firstFee", values: { feeOn: isoOf(feeOn) } });
  return notes;
}

/** Whether the trial can be cancelled by the merchant, and what stands against it. */
export function trialOf(account, actions, on) {
  const { kind, edition, trialEndsOn, card, signedUpOn } = account;
  const findings = [];
  const add = (state, id, values) => findings.push({ state, note: values ? { id, values } : { id } });
  if (kind !== "brand" || edition !== "starter") add("no", "core.trial.onlyStarter");
  if (trialEndsOn === null) add("unknown", "core.trial.endUnknown");
  else if (on > trialEndsOn) add("no", "core.trial.over", { endedOn: isoOf(trialEndsOn) });
  const feeOn = firstFeeOn(signedUpOn);
  if (card.everCharged === true) add("no", "core.trial.cardCharged");
  else if (on >= feeOn) add("no", "core.trial.feeDue", { chargedOn: isoOf(feeOn) });
  else if (card.everCharged === null) add("unknown", "core.trial.cardUnknown");
  if (actions === null) add("unknown", "core.trial.actionsUnknown");
  else if (actions.tracked > 0) {
    const id = actions.tracked === actions.reversed ? "core.trial.reversedCosts" : "core.trial.costs";
    add("no", id, { count: actions.tracked });
  }
  const status = findings.some(({ state }) => state === "no")
    ? "no"
    : findings.length > 0
      ? "unknown"
      : "yes";
  const inTrial = trialEndsOn === null ? "unknown" : on > trialEndsOn ? "not-met" : "met";
  const isCharged = card.everCharged === true || on >= feeOn;
  const cardState = isCharged ? "not-met" : card.everCharged === null ? "unknown" : "met";
  const actionState = actions === null ? "unknown" : actions.tracked > 0 ? "not-met" : "met";
  const conditions = [
    { key: "in-trial", state: inTrial },
    { key: "card-untouched", state: cardState },
    { key: "no-actions", state: actionState },
  ];
  const telling = findings.filter(({ state }) => status !== "no" || state === "no");
  return { eligible: status === "yes", status, unmet: telling.map(({ note }) => note), conditions };
}

export const daysActive = ({ signedUpOn }, on) => activeDays(signedUpOn, on);
