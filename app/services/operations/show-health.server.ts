import type { Stuck } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { findStuck } from "./find-stuck.server.ts";

/** What a monitor reads. `oddities` tells of the answers of impact.com and the help desk, which nothing here can get going again. */
export type Health = {
  stuck: { kind: Stuck["kind"]; job?: string; count: number; oldest?: string }[];
  schemaDrifts: number;
};

const DAY_HOURS = 24;

/** The same as the operator is mailed, for who asks: mails may be the very thing that is stuck. */
export async function showHealth(deps: Pick<Deps, "db" | "clock" | "deadJobs">): Promise<Health> {
  const stuck = await findStuck(deps);
  const since = deps.clock.now().subtract({ hours: DAY_HOURS });
  return {
    stuck: stuck.map(({ kind, job, count, oldest }) => ({
      kind,
      ...(job && { job }),
      count,
      ...(oldest && { oldest: oldest.toString() }),
    })),
    schemaDrifts: await deps.db.schemaDrifts.seenSince(since),
  };
}
