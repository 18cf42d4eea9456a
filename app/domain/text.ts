/**
 * A sentence to be shown: a key of `app/messages/<locale>/core.json` and its values.
 * Value names ending in `Amount` are decimal strings and come with a sibling `currency`;
 * names ending in `On` are ISO dates; names ending in `Month` are "2026-05"; `percent` is a number, 2.5 for 2.5 %; all others are passed on as they are.
 */
export type Note = { id: string; values?: Record<string, string | number> };

/** What is needed to put a note into a language; the domain knows no formatter. */
export type NoteWriter = {
  message: (id: string, values: Record<string, string | number>) => string;
  money: (decimal: string, currency: string) => string;
  date: (isoDate: string) => string;
  month: (isoMonth: string) => string;
  percent: (value: number) => string;
};

/** The note as a sentence in the writer's language. */
export function renderNote(note: Note, writer: NoteWriter): string {
  const values = note.values ?? {};
  const currency = String(values.currency ?? "");
  const shown = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (name.endsWith("Amount")) return [name, writer.money(String(value), currency)];
    if (name.endsWith("On")) return [name, writer.date(String(value))];
    if (name.endsWith("Month")) return [name, writer.month(String(value))];
    if (name === "percent") return [name, writer.percent(Number(value))];
    return [name, value];
  });
  return writer.message(note.id, Object.fromEntries(shown));
}
