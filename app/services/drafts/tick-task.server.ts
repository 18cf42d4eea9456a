import type { TaskKey } from "../closing/closing-tasks.ts";
import type { Deps } from "../deps.ts";

type Input = { shop: string; actor: string; task: TaskKey; done: boolean };

/** Keeps the merchant's word that a task is done, with day and person; or takes it back. Twice is the same as once. */
export async function tickTask(
  { shop, actor, task, done }: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<void> {
  const tickedAt = deps.clock.now();
  await deps.db.transact((work) =>
    done ? work.ticks.tick(shop, { task, tickedAt, tickedBy: actor }) : work.ticks.untick(shop, task),
  );
}

/** When each ticked task was ticked, by task. */
export async function ticksOf(shop: string, deps: Pick<Deps, "db">): Promise<Record<string, string>> {
  const ticks = await deps.db.ticks.all(shop);
  return Object.fromEntries(ticks.map(({ task, tickedAt }) => [task, tickedAt.toString()]));
}
