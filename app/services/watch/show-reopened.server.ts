import { isTaskKey, type Leftovers, leftoversOf, type TaskKey } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";

/** Tasks that were done and came undone, with what is left of them and since when that is known. */
export type ReopenedTask = { task: TaskKey; leftovers: Leftovers; at: string };

export async function showReopened(
  { shop }: { shop: string },
  deps: Pick<Deps, "db">,
): Promise<ReopenedTask[]> {
  const marks = await deps.db.taskWatches.all(shop);
  return marks.flatMap(({ task, leftovers, reopened, changedAt }) =>
    reopened && isTaskKey(task)
      ? [{ task, leftovers: leftoversOf(leftovers), at: changedAt.toString() }]
      : [],
  );
}
