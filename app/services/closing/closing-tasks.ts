import { Temporal } from "temporal-polyfill";
import { PATH_TASKS, type TaskKey, taskRule } from "#app/domain/closing-path/path-tasks.ts";
import type { ChecklistItem, ClosingPath, ClosureReport, Note } from "#app/domain/index.ts";
import type { ReadFailure, SnapshotRecord } from "#app/ports/index.ts";
import type { ToldStatus } from "#app/services/account/closing-facts.ts";

export { isTaskKey, TASK_KEYS, type TaskKey } from "#app/domain/closing-path/path-tasks.ts";

export type ClosingTask = {
  key: TaskKey;
  status: "done" | "open" | "unknown";
  blocking: boolean;
  /** Leftover objects by name; with status "unknown" these are the last known ones. */
  open: Note[];
  checkedAt: string | null;
  failure: ReadFailure | null;
  /** What the status rests on; null while it is not known. */
  evidence: "checked" | "told" | "estimate" | null;
  /** When the merchant told it, where their word decides. */
  toldAt: string | null;
  /** Whether impact.com's API could ever say. */
  checkable: boolean;
};

export type Told = { status: ToldStatus; at: string | null };
type Context = {
  route: ClosingPath;
  /** What the merchant said of single tasks. */
  told: Partial<Record<TaskKey, Told>>;
  /** What the core found beside its checklist. */
  found: readonly ChecklistItem[];
  /** Whether impact.com can still be asked; false once the token is destroyed. */
  readable: boolean;
};

const STARTER: Context = { route: "starter-ticket", told: {}, found: [], readable: true };
/** Of a Starter account these are only recommended (G17). */
const RECOMMENDED: readonly TaskKey[] = ["delete-catalogs", "refund-form"];

/**
 * The tasks of a way out with their evidence. A task whose last check failed is "unknown", whatever was seen before:
 * an old "done" is no proof, and what was open then is shown with its age (P4, P6). The merchant's word stands in for
 * what cannot be read, and never against what was; once nothing can be read any more, a later word comes after it.
 */
export function closingTasks(
  closure: ClosureReport | null,
  snapshots: SnapshotRecord[],
  { route, told, found, readable }: Context = STARTER,
): ClosingTask[] {
  const items = [...(closure?.checklist ?? []), ...found];
  return PATH_TASKS[route].map((key) => {
    const { checklistKey, source, checkable } = taskRule(key);
    const item = items.find((each) => each.key === checklistKey);
    const snapshot = snapshots.find(({ resource }) => resource === source);
    const failure = snapshot?.failure ?? null;
    const word = told[key];
    const read = failure ? "unknown" : (item?.status ?? "unknown");
    const seen = checkable ? read : read === "open" ? "estimate" : "unknown";
    const isSilent = seen === "unknown" || seen === "estimate";
    const shown = word && (isSilent || (!readable && isLater(word, snapshot))) ? word.status : seen;
    const toldDecides = word !== undefined && shown === word.status && shown !== seen;
    return {
      key,
      status: shown === "estimate" ? "open" : shown,
      blocking: isBlocking(key, route),
      open: toldDecides && word.status === "done" ? [] : (item?.open ?? []),
      checkedAt: snapshot?.checkedAt?.toString() ?? null,
      failure,
      evidence: toldDecides ? "told" : EVIDENCE[shown],
      toldAt: toldDecides ? word.at : null,
      checkable,
    };
  });
}

const isLater = ({ at }: Told, snapshot: SnapshotRecord | undefined): boolean =>
  at !== null && snapshot?.checkedAt != null && Temporal.Instant.compare(at, snapshot.checkedAt) > 0;

const EVIDENCE = { done: "checked", open: "checked", estimate: "estimate", unknown: null } as const;

const isBlocking = (key: TaskKey, route: ClosingPath): boolean =>
  route === "brand-ticket" ? key !== "refund-form" : !RECOMMENDED.includes(key);
