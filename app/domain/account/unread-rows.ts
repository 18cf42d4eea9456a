import type { Note } from "../text.ts";
import type { AccountFacts, RowList } from "./account.ts";

/**
 * How many rows of a list could not be read, as a sentence; null when all were. `read` is how many could be; null where
 * nobody counted them. What rests on the list is then at least what is shown, and nothing of it is done.
 */
export function unreadNote({ unread }: AccountFacts, list: RowList, read: number | null): Note | null {
  const count = unread?.[list] ?? 0;
  if (count === 0) return null;
  return read === null
    ? { id: `core.unread.${list}`, values: { count } }
    : { id: `core.unread.${list}Of`, values: { count, all: read + count } };
}

/** The sentences of several lists, those of lists that were read whole left out. */
export function unreadNotes(facts: AccountFacts, lists: readonly RowList[]): Note[] {
  return lists.flatMap((list) => unreadNote(facts, list, null) ?? []);
}

/** Lists whose rows could change what a fee or the funding account comes to. */
export const FIGURE_LISTS: readonly RowList[] = ["programs", "actions", "reversals"];
/** Lists whose rows could hold a closing. */
export const CLOSING_LISTS: readonly RowList[] = [...FIGURE_LISTS, "contracts", "invoices", "catalogs"];
