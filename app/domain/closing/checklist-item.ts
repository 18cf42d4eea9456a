import type { Note } from "../text.ts";

export type ChecklistStatus = "done" | "open" | "unknown";

/** One thing to do before closing. Recommended things do not hold the closing up (G17). */
export type ChecklistItem = { key: string; status: ChecklistStatus; open: Note[]; blocking: boolean };

/**
 * An item that is done when nothing is left, and unknown when nobody can tell. `unread` says that rows of the list it
 * rests on could not be read: it is never done then, for one of them may be what is left.
 */
export function itemFor(
  key: string,
  left: Note[] | null,
  { blocking = true, unread = [] }: { blocking?: boolean; unread?: readonly (Note | null)[] } = {},
): ChecklistItem {
  if (left === null) return { key, status: "unknown", open: [], blocking };
  const aside = unread.filter((note) => note !== null);
  const nothingKnown = aside.length > 0 ? "unknown" : "done";
  return { key, status: left.length > 0 ? "open" : nothingKnown, open: [...left, ...aside], blocking };
}
