import type { Note } from "../text.ts";

/**
 * What is left of something: the first things by name, and how many more there are. It is no list, so that nobody takes
 * the number of names for the number of things: that is `numberLeft`.
 */
export type Leftovers = {
  first: Note[];
  more: number;
  /** Rows that could not be read: a sentence on them names no thing that is left. */
  unread: Note[];
};

const MORE = "core.more";
const UNREAD = /^core\.unread\./;

/** From notes that end in "and 16 more", which lists that were put together have more than once. */
export function leftoversOf(notes: readonly Note[]): Leftovers {
  const isMore = ({ id }: Note) => id === MORE;
  const more = notes.filter(isMore).reduce((sum, { values }) => sum + Number(values?.count ?? 0), 0);
  const isUnread = ({ id }: Note) => UNREAD.test(id);
  return {
    first: notes.filter((each) => !isMore(each) && !isUnread(each)),
    more,
    unread: notes.filter(isUnread),
  };
}

/** How many of the things are of one kind, by the notes that name them; "and 16 more" are of the kind named before. */
export function numberOfKind(notes: readonly Note[], ids: readonly string[]): number {
  let isOfKind = false;
  return notes.reduce((count, { id, values }) => {
    if (id === MORE) return isOfKind ? count + Number(values?.count ?? 0) : count;
    isOfKind = ids.includes(id);
    return isOfKind ? count + 1 : count;
  }, 0);
}

/** How many things are left. */
export const numberLeft = ({ first, more }: Leftovers): number => first.length + more;

/** As notes to be shown or kept; what is not named is counted in the last one. */
export const notesOf = ({ first, more, unread }: Leftovers): Note[] => [
  ...first,
  ...(more > 0 ? [{ id: MORE, values: { count: more } }] : []),
  ...unread,
];
