import { Temporal } from "temporal-polyfill";
import type { ActionList, ActionSlice, Program, Span } from "#app/ports/index.ts";
import { cutWindows, widen } from "./windows.ts";

/** impact.com answers three years back (domain.md 6.3); a day less keeps clear of the hour at which that ends. */
const YEARS_BACK = 3;
/** Open-ended locking may lie this far ahead. */
const LOCKS_AHEAD_DAYS = 731;
/** An update run looks back this much further than the last complete one began, for entries made late. */
const OVERLAP_DAYS = 2;

type Plan = readonly (readonly [list: ActionList, span: Span])[];

/**
 * Everything the API still knows: actions tracked in three years, those still to lock, and when reversed ones were
 * reversed. Locks come first: an action that locks meanwhile is then seen again among the tracked ones.
 */
export function planEverything(programs: Program[], today: Temporal.PlainDate): ActionSlice[] {
  const tomorrow = today.add({ days: 1 });
  const threeYears = { from: horizon(today), to: tomorrow };
  return slicesOf(programs, [
    ["locking", { from: today, to: today.add({ days: LOCKS_AHEAD_DAYS }) }],
    ["tracked", threeYears],
    ["reversals-of-tracked", threeYears],
  ]);
}

/**
 * What can have moved since the last complete reading began: updated actions, newly locked ones (a lock is no update,
 * domain.md 6.3), those that will lock, and the days on which pending ones were tracked.
 */
export function planUpdate(
  programs: Program[],
  today: Temporal.PlainDate,
  since: Temporal.PlainDate,
  pending: { firstTracked: Temporal.PlainDate; lastLock: Temporal.PlainDate | null } | null,
): ActionSlice[] {
  const from = later(since.subtract({ days: OVERLAP_DAYS }), horizon(today));
  const tomorrow = today.add({ days: 1 });
  const lastLock = pending?.lastLock ? later(pending.lastLock.add({ days: 1 }), tomorrow) : tomorrow;
  return slicesOf(programs, [
    ["updated", { from, to: tomorrow }],
    ["locking", { from, to: lastLock }],
    ["tracked", { from: pending ? later(pending.firstTracked, horizon(today)) : tomorrow, to: tomorrow }],
    ["reversals-updated", { from, to: tomorrow }],
  ]);
}

function slicesOf(programs: Program[], plan: Plan): ActionSlice[] {
  return plan.flatMap(([list, span]) =>
    programs.flatMap(({ id }) => cutWindows(widen(span)).map((window) => ({ list, programId: id, window }))),
  );
}

function horizon(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ years: YEARS_BACK }).add({ days: 2 });
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}
