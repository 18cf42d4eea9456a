import type { Account, Action, ActionSummary } from "../account/account.ts";
import { isSummary } from "../account/action-summary.ts";
import type { Day } from "../day.ts";
import { groupActions } from "../totals/action-groups.ts";
import { summariseActions } from "../totals/summarise-actions.ts";
import { addedTotals } from "../totals/totals-change.ts";

/** The account as it would stand if pending actions were approved today: locked and paid that day (D16, D1). */
export function withApproved(account: Account, chosen: readonly Action[], on: Day): Account {
  const { actions } = account;
  if (actions === null || chosen.length === 0) return account;
  const ids = new Set(chosen.map(({ id }) => id));
  const approve = (action: Action): Action => ({
    ...action,
    state: "APPROVED",
    locksOn: on,
    clearedOn: on,
  });
  if (!isSummary(actions))
    return { ...account, actions: actions.map((each) => (ids.has(each.id) ? approve(each) : each)) };
  return { ...account, actions: approvedIn(actions, chosen, chosen.map(approve), on) };
}

function approvedIn(
  summary: ActionSummary,
  before: readonly Action[],
  after: readonly Action[],
  on: Day,
): ActionSummary {
  const ids = new Set(before.map(({ id }) => id));
  const come = summariseActions(after);
  const moved = (totals: ActionSummary["totals"], gone: ActionSummary["totals"]) =>
    addedTotals([
      [totals, 1],
      [gone, -1],
      [come, 1],
    ]);
  // Only groups whose actions are all named hold a chosen one (late-actions.ts).
  const open = summary.open.flatMap((group) =>
    group.first.some(({ id }) => ids.has(id))
      ? groupActions(group.first.filter(({ id }) => !ids.has(id)))
      : [group],
  );
  return {
    ...summary,
    totals: moved(summary.totals, summariseActions(before)),
    // What was known on the day had not seen a reversal that comes later.
    known: moved(summary.known, summariseActions(before, on)),
    open,
  };
}
