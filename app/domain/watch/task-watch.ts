import type { ChecklistStatus } from "../closing/checklist-item.ts";
import type { Note } from "../text.ts";

/** How a task was last known to stand. `reopened` while a task is open that was done before. */
export type TaskWatch = { task: string; status: "done" | "open"; leftovers: Note[]; reopened: boolean };
/** How it stands now, as far as anybody can tell. */
export type TaskFact = { task: string; status: ChecklistStatus; leftovers: Note[] };

export type TaskMove = { before: TaskWatch | null; after: TaskWatch };

/**
 * What has changed since the last look, one move per task. A task that was done and is open came undone, once, until
 * it is done again. What is unknown now moves nothing: it neither came undone nor was done (P4, P6).
 */
export function watchTasks(before: readonly TaskWatch[], now: readonly TaskFact[]): TaskMove[] {
  return now.flatMap(({ task, status: seen, leftovers }) => {
    if (seen === "unknown") return [];
    // With what the balance has paid nothing is left to do (D1).
    const status = seen === "funded" ? "done" : seen;
    const known = before.find((watch) => watch.task === task) ?? null;
    const reopened = status === "open" && (known?.status === "done" || known?.reopened === true);
    const after: TaskWatch = { task, status, leftovers, reopened };
    return isSame(known, after) ? [] : [{ before: known, after }];
  });
}

/** The moves by which a done task came undone. */
export const reopenings = (moves: readonly TaskMove[]): TaskMove[] =>
  moves.filter(({ before, after }) => before?.status === "done" && after.status === "open");

/** Whether it came undone follows from the status before and after. */
const isSame = (a: TaskWatch | null, b: TaskWatch): boolean =>
  a !== null && a.status === b.status && asText(a.leftovers) === asText(b.leftovers);

/** Stored notes come back with their values in another order. */
const asText = (notes: readonly Note[]): string =>
  JSON.stringify(
    notes.map(({ id, values }) => [id, Object.entries(values ?? {}).sort(([x], [y]) => (x < y ? -1 : 1))]),
  );
