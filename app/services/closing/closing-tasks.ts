import {
  type ChecklistItem,
  type ClosingPath,
  type ClosureReport,
  isBlocking,
  type Leftovers,
  leftoversOf,
  numberOfKind,
  PATH_TASKS,
  type TaskKey,
  type TaskStatus,
  type TaskWord,
  taskRule,
  taskStatus,
} from "#app/domain/index.ts";
import type { ReadFailure, SnapshotRow } from "#app/ports/index.ts";

export type ClosingTask = TaskStatus & {
  key: TaskKey;
  blocking: boolean;
  /** Leftover objects; with status "unknown" these are the last known ones. */
  open: Leftovers;
  /** Contracts that are not left, for they end on a known day (D5). */
  ending: { lastOn: string; contracts: Leftovers } | null;
  /** What is not left, for the balance has paid it by the statement (D1). */
  funded: { lastOn: string; dueOn: string | null; things: Leftovers } | null;
  /** Of what is left, overdue things that the balance may have paid: impact.com and the statement differ. */
  doubtful: { lastOn: string; dueOn: string | null; things: Leftovers } | null;
  /** Of open actions: how many have still to lock, and how many locked ones are still to pay. */
  actions: { toLock: number; toPay: number };
  checkedAt: string | null;
  failure: ReadFailure | null;
  /** When the merchant told it, where their word decides. */
  statedAt: string | null;
  /** Whether impact.com's API could ever say. */
  checkable: boolean;
};

type Context = {
  route: ClosingPath;
  /** What the merchant said of single tasks. */
  stated: Partial<Record<TaskKey, TaskWord>>;
  /** What the core found beside its checklist. */
  found: readonly ChecklistItem[];
  /** Whether impact.com can still be asked; false once the token is destroyed. */
  readable: boolean;
};

const STARTER: Context = { route: "starter-ticket", stated: {}, found: [], readable: true };

/**
 * The tasks of a closing path with their evidence; what was open at a check that has failed since is shown with its age
 * (P4, P6).
 */
export function closingTasks(
  closure: ClosureReport | null,
  snapshots: SnapshotRow[],
  { route, stated, found, readable }: Context = STARTER,
): ClosingTask[] {
  const items = [...(closure?.checklist ?? []), ...found];
  return PATH_TASKS[route].map((key) => {
    const { checklistKey, source, checkable } = taskRule(key);
    const item = items.find((each) => each.key === checklistKey);
    const snapshot = snapshots.find(({ resource }) => resource === source);
    const failure = snapshot?.failure ?? null;
    const word = stated[key];
    const { status, evidence } = taskStatus(key, {
      found: item?.status ?? null,
      check: { at: snapshot?.checkedAt ?? null, failed: failure !== null },
      word,
      readable,
    });
    const wordDecides = evidence === "told";
    return {
      key,
      status,
      blocking: isBlocking(key, route),
      open: leftoversOf(wordDecides && status === "done" ? [] : (item?.open ?? [])),
      ending: item?.ending
        ? { lastOn: item.ending.lastOn, contracts: leftoversOf(item.ending.contracts) }
        : null,
      funded: paidFromBalance(item?.funded),
      doubtful: paidFromBalance(wordDecides && status === "done" ? undefined : item?.doubtful),
      actions: {
        toLock: numberOfKind(item?.open ?? [], ["core.checklist.pending", "core.checklist.openEnded"]),
        toPay: numberOfKind(item?.open ?? [], ["core.checklist.unpaid"]),
      },
      checkedAt: snapshot?.checkedAt?.toString() ?? null,
      failure,
      evidence,
      statedAt: wordDecides ? (word?.at ?? null) : null,
      checkable,
    };
  });
}

const paidFromBalance = (paid: ChecklistItem["funded"]): ClosingTask["funded"] =>
  paid ? { ...paid, things: leftoversOf(paid.things) } : null;
