import { DEAD_JOB_HOURS, type Stuck, stuckOf, stuckSince } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";

/** What a person has to look at now; nothing when all is well. Only counts: it names no shop. */
export async function findStuck(deps: Pick<Deps, "db" | "clock" | "deadJobs">): Promise<Stuck[]> {
  const waiting = await deps.db.stuck.waiting(stuckSince(deps.clock.now()));
  return stuckOf(waiting, await deps.deadJobs.ofLastHours(DEAD_JOB_HOURS));
}
