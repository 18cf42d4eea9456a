import type { Note } from "../text.ts";

/** "funded": nothing is left to do, by an estimate and not by a check (D1). */
export type ChecklistStatus = "done" | "open" | "funded" | "unknown";

/** Contracts that run until a day already chosen; `lastOn` is the last of these days, an ISO date. */
export type Ending = { lastOn: string; contracts: Note[] };

/**
 * What is still open at impact.com and paid from the balance by the statement, the last on `lastOn` (D1). `dueOn` is the
 * last day impact.com names for it, where it names one.
 */
export type PaidFromBalance = { lastOn: string; dueOn: string | null; things: Note[] };

/** One thing to do before closing. Recommended things do not hold the closing up (G17). */
export type ChecklistItem = {
  key: string;
  status: ChecklistStatus;
  open: Note[];
  /** Contracts that end on a known day: nothing is left to do with them (D5). Absent where there is none. */
  ending?: Ending;
  /** Things that the balance has paid: nothing is left to do with them either. Absent where there is none. */
  funded?: PaidFromBalance;
  /** Of the open things, overdue ones that the balance may have paid. Absent where there is none. */
  doubtful?: PaidFromBalance;
  blocking: boolean;
};

/**
 * An item that is done when nothing is left, and unknown when nobody can tell. `unread` says that rows of the list it
 * rests on could not be read: it is never done then, for one of them may be what is left.
 */
export function itemFor(
  key: string,
  left: Note[] | null,
  {
    blocking = true,
    unread = [],
    funded = null,
  }: { blocking?: boolean; unread?: readonly (Note | null)[]; funded?: PaidFromBalance | null } = {},
): ChecklistItem {
  if (left === null) return { key, status: "unknown", open: [], blocking };
  const aside = unread.filter((note) => note !== null);
  const nothingLeft = aside.length > 0 ? "unknown" : funded ? "funded" : "done";
  return {
    key,
    status: left.length > 0 ? "open" : nothingLeft,
    open: [...left, ...aside],
    ...(funded && { funded }),
    blocking,
  };
}
