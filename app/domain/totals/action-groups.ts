import type { Action, ActionGroup } from "../account/account.ts";

/** How many of a group are known one by one: as many as any list names. */
export const NAMED_ACTIONS = 20;

/**
 * Tracked actions put together by what rules look at: a day of tracking decides only where there is no other. `named` of
 * each group are known one by one.
 */
export function groupActions(actions: readonly Action[], named: number = NAMED_ACTIONS): ActionGroup[] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const { state, trackedOn, locksOn, reversedOn, clearedOn } = action;
    const undated = locksOn === null && clearedOn === null ? trackedOn : null;
    const key = `${state} ${locksOn} ${clearedOn} ${reversedOn} ${undated}`;
    const group = groups.get(key);
    if (group) group.push(action);
    else groups.set(key, [action]);
  }
  return [...groups.values()].map((rows) => {
    const [lowest, ...next] = rows.sort(byId).slice(0, named);
    const payout = rows.reduce((sum, row) => sum + row.payout, 0);
    const finer = rows.reduce((sum, row) => sum + BigInt(row.finer?.payout ?? 0), 0n);
    const group = { count: rows.length, payout, first: [lowest as Action, ...next] as const };
    return finer === 0n ? group : { ...group, finer };
  });
}

export const countOf = (groups: readonly ActionGroup[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

const byId = (a: Action, b: Action): number => (a.id < b.id ? -1 : 1);
