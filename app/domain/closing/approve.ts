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
  return { ...account, actions: approvedIn(actions, chosen, chosen.map(approve), ids) };
}

function approvedIn(
  summary: ActionSummary,
  before: readonly Action[],
  after: readonly Action[],
  ids: ReadonlySet<string>,
): ActionSummary {
  const [gone, come] = [summariseActions(before), summariseActions(after)];
  const moved = (totals: ActionSummary["totals"]) =>
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
  return { ...summary, totals: moved(summary.totals), known: moved(summary.known), open };
}
