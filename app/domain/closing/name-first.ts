import type { Action, ActionGroup } from "../account/account.ts";
import { byId } from "../account/open-items.ts";
import type { Note } from "../text.ts";
import { lockDay } from "../totals/action-dates.ts";
import { countOf, NAMED_ACTIONS } from "../totals/action-groups.ts";

const MOST_NAMED = NAMED_ACTIONS;

/** Names the first of many things and counts the rest, so that a list of 100,000 stays readable. */
export function nameFirst<T>(items: readonly T[], name: (item: T) => Note, count = items.length): Note[] {
  const notes = items.slice(0, MOST_NAMED).map(name);
  if (count > MOST_NAMED) notes.push({ id: "core.more", values: { count: count - MOST_NAMED } });
  return notes;
}

/** The same for actions in groups sorted by the day they lock: of one day, the lowest ids are named first. */
export function nameFirstActions(groups: readonly ActionGroup[], name: (action: Action) => Note): Note[] {
  const named: Action[] = [];
  for (let at = 0; at < groups.length && named.length < MOST_NAMED; ) {
    const day = lockDayOf(groups[at]);
    const same: Action[] = [];
    for (; at < groups.length && lockDayOf(groups[at]) === day; at += 1)
      same.push(...(groups[at]?.first ?? []));
    named.push(...byId(same));
  }
  return nameFirst(named, name, countOf(groups));
}

const lockDayOf = (group: ActionGroup | undefined) => group && lockDay(group.first[0]);
