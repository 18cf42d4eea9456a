import { isClosed, isTaskKey, type Leftovers, leftoversOf, type TaskKey } from "#app/domain/index.ts";
import { currentRequest } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";

/** Tasks that were done and came undone, with what is left of them and since when that is known. */
export type ReopenedTask = { task: TaskKey; leftovers: Leftovers; at: string };

export async function showReopened(
  { shop }: { shop: string },
  deps: Pick<Deps, "db">,
): Promise<ReopenedTask[]> {
  const request = await currentRequest(shop, deps.db);
  // Of a closed account nothing is left to do.
  if (request && isClosed(request.state)) return [];
  const watches = await deps.db.taskWatches.all(shop);
  return watches.flatMap(({ task, leftovers, reopened, changedAt }) =>
    reopened && isTaskKey(task)
      ? [{ task, leftovers: leftoversOf(leftovers), at: changedAt.toString() }]
      : [],
  );
}
