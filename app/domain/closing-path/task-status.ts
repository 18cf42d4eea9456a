import { Temporal } from "temporal-polyfill";
import type { ChecklistStatus } from "../closing/checklist-item.ts";
import type { ClosingPath } from "./closing-path.ts";
import { type TaskKey, taskRule } from "./path-tasks.ts";

/** What the merchant can say of a task that cannot be read. */
export const TASK_ANSWERS = ["done", "open"] as const;
export type TaskAnswer = (typeof TASK_ANSWERS)[number];

/** The merchant's word on a task, and when it was given (an instant). */
export type TaskWord = { status: TaskAnswer; at: string | null };

export type TaskStatus = {
  /** "funded": paid from the balance by the statement (D1), which is nobody's check and nobody's word. */
  status: ChecklistStatus;
  /** What the status rests on; null while it is not known. */
  evidence: "checked" | "told" | "estimate" | null;
};

type Seen = {
  /** What the core found; null where it found nothing. */
  found: ChecklistStatus | null;
  /** The last check at impact.com and whether it failed; `at` is null before the first. */
  check: { at: Temporal.Instant | null; failed: boolean };
  word: TaskWord | undefined;
  /** Whether impact.com can still be asked; false once the token is destroyed. */
  readable: boolean;
};

const EVIDENCE = {
  done: "checked",
  open: "checked",
  funded: "estimate",
  estimate: "estimate",
  unknown: null,
} as const;

/**
 * How a task stands. One whose last check failed is "unknown", whatever was seen before: an old "done" is no proof. The
 * merchant's word stands in for what cannot be read, and never against what was; once nothing can be read any more, a
 * later word comes after it.
 */
export function taskStatus(key: TaskKey, { found, check, word, readable }: Seen): TaskStatus {
  const read = check.failed ? "unknown" : (found ?? "unknown");
  const seen = taskRule(key).checkable ? read : read === "open" ? "estimate" : "unknown";
  const isSilent = EVIDENCE[seen] !== "checked";
  const shown = word && (isSilent || (!readable && isLater(word, check.at))) ? word.status : seen;
  const wordDecides = word !== undefined && shown === word.status && shown !== seen;
  return {
    status: shown === "estimate" ? "open" : shown,
    evidence: wordDecides ? "told" : EVIDENCE[shown],
  };
}

const isLater = ({ at }: TaskWord, checkedAt: Temporal.Instant | null): boolean =>
  at !== null && checkedAt !== null && Temporal.Instant.compare(at, checkedAt) > 0;

/** Of a Starter account these are only recommended (G17). */
const RECOMMENDED: readonly TaskKey[] = ["delete-catalogs", "refund-form"];

/** Whether impact.com closes nothing before the task is done (S0, S1, S2). */
export const isBlocking = (key: TaskKey, route: ClosingPath): boolean =>
  route === "brand-ticket" ? key !== "refund-form" : !RECOMMENDED.includes(key);
