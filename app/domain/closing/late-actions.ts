import type { Action, ActionGroup } from "../account/account.ts";
import { byId } from "../account/open-items.ts";
import type { Day } from "../day.ts";
import { lockDay } from "../totals/action-dates.ts";
import { countOf } from "../totals/action-groups.ts";

/** So many days without a lock part the actions that lock soon from those that lock late. */
const GAP_DAYS = 14;

/** More late actions than this are no short list any more (D16). */
const MOST_LATE = 20;

/** The pending actions that lock long after the others, the last first; `crowd` is what locks before them. */
export type LateActions = { late: Action[]; crowd: { count: number; until: Day } | null };

/** Pending groups come with the last lock first; an open-ended action is later than any other. */
export function lateActions(pending: readonly ActionGroup[], on: Day): LateActions {
  const days = pending.map(({ first: [action] }) => lockDay(action));
  const splitAt = firstGap(days, on);
  const late = pending.slice(0, splitAt);
  const crowd = pending.slice(splitAt);
  const [last] = crowd;
  const until = last ? lockDay(last.first[0]) : null;
  const named = late.every(({ count, first }) => count === first.length);
  // Where the late ones cannot all be named, nobody can act on the list: there is none.
  if (!named || countOf(late) > MOST_LATE) return { late: [], crowd: crowdOf(pending) };
  return {
    late: inOrder(late),
    crowd: until === null ? null : { count: countOf(crowd), until },
  };
}

/** Groups of one lock day lie side by side; of one day the lowest ids come first. */
function inOrder(groups: readonly ActionGroup[]): Action[] {
  const actions: Action[] = [];
  for (let at = 0; at < groups.length; ) {
    const day = lockDayAt(groups, at);
    const same: Action[] = [];
    for (; at < groups.length && lockDayAt(groups, at) === day; at += 1)
      same.push(...(groups[at]?.first ?? []));
    actions.push(...byId(same));
  }
  return actions;
}

const lockDayAt = (groups: readonly ActionGroup[], at: number): Day | null => {
  const group = groups[at];
  return group ? lockDay(group.first[0]) : null;
};

/** How many groups, from the last one on, lie behind the earliest gap; 0 where there is none. */
function firstGap(days: readonly (Day | null)[], on: Day): number {
  const split = days.filter((day) => day === null).length;
  for (let at = days.length - 1; at >= split; at -= 1) {
    const before = days[at + 1] ?? on;
    const day = days[at];
    // The first lock of all may be far off: that is no gap between actions.
    if (day !== undefined && day !== null && at + 1 < days.length && day - before >= GAP_DAYS) return at + 1;
  }
  return split;
}

function crowdOf(pending: readonly ActionGroup[]): LateActions["crowd"] {
  const until = pending[0] ? lockDay(pending[0].first[0]) : null;
  return until === null ? null : { count: countOf(pending), until };
}
