import type { ClosureReport, Note } from "#app/domain/index.ts";
import type { ImpactResource, ReadFailure, SnapshotRecord } from "#app/ports/index.ts";

/** The tasks a Starter account has before its ticket (domain.md 4.1), in the order of the help page. */
export const TASK_KEYS = [
  "expire-contracts",
  "settle-invoices",
  "pay-actions",
  "delete-catalogs",
  "refund-form",
] as const;
export type TaskKey = (typeof TASK_KEYS)[number];
export const isTaskKey = (key: string): key is TaskKey => TASK_KEYS.some((each) => each === key);

/** What each task is read from; a form is nowhere in the API. */
const SOURCES: Record<TaskKey, ImpactResource | null> = {
  "expire-contracts": "Contracts",
  "settle-invoices": "Invoices",
  "pay-actions": "Actions",
  "delete-catalogs": "Catalogs",
  "refund-form": null,
};

export type ClosingTask = {
  key: TaskKey;
  status: "done" | "open" | "unknown";
  blocking: boolean;
  /** Leftover objects by name; with status "unknown" these are the last known ones. */
  open: Note[];
  checkedAt: string | null;
  failure: ReadFailure | null;
};

/**
 * The checklist with its evidence. A task whose last check failed is "unknown", whatever was seen before: an old
 * "done" is no proof, and what was open then is shown with its age (P4, P6).
 */
export function closingTasks(closure: ClosureReport | null, snapshots: SnapshotRecord[]): ClosingTask[] {
  return TASK_KEYS.map((key) => {
    const item = closure?.checklist.find((each) => each.key === key);
    const snapshot = snapshots.find(({ resource }) => resource === SOURCES[key]);
    const failure = snapshot?.failure ?? null;
    return {
      key,
      status: failure ? "unknown" : (item?.status ?? "unknown"),
      blocking: item?.blocking ?? (key !== "delete-catalogs" && key !== "refund-form"),
      open: item?.open ?? [],
      checkedAt: snapshot?.checkedAt?.toString() ?? null,
      failure,
    };
  });
}
