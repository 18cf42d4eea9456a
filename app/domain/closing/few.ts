import type { Note } from "../text.ts";

const MOST_NAMED = 20;

/** Names the first of many things and counts the rest, so that a list of 100,000 stays readable. */
export function few<T>(items: readonly T[], name: (item: T) => Note): Note[] {
  const notes = items.slice(0, MOST_NAMED).map(name);
  if (items.length > MOST_NAMED)
    notes.push({ id: "core.more", values: { count: items.length - MOST_NAMED } });
  return notes;
}

/** Sorted by id, so that the order of the file does not show. */
export function byId<T extends { id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
