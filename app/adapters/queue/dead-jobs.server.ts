import type { PgBoss } from "pg-boss";
import type { DeadJobList } from "#app/ports/index.ts";

/** Where pg-boss lays a copy of each job that used up its tries. No worker takes from it. */
export const DEAD_JOBS = "dead-jobs";

const HOUR_MS = 3_600_000;

/** Must exist before the queues that name it. */
export async function createDeadJobQueue(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_JOBS, { retentionSeconds: 30 * 24 * 3_600 });
}

export function createDeadJobList(boss: PgBoss): DeadJobList {
  return {
    async ofLastHours(hours) {
      const before = new Date(Date.now() - hours * HOUR_MS);
      const all = await boss.previewRedrive(DEAD_JOBS);
      const { destinations: older } = await boss.previewRedrive(DEAD_JOBS, { createdBefore: before });
      return all.destinations
        .map(({ name, count }) => ({
          job: name,
          count: count - (older.find((each) => each.name === name)?.count ?? 0),
        }))
        .filter(({ count }) => count > 0);
    },
  };
}

/** All dead jobs by name, however long ago they died. */
export const previewDeadJobs = async (boss: PgBoss) => (await boss.previewRedrive(DEAD_JOBS)).destinations;

/** Puts the dead jobs of one name back into their queue with all their tries; how many. */
export async function reviveJobs(boss: PgBoss, job: string): Promise<number> {
  for (let revived = 0; ; ) {
    const moved = await boss.redrive(DEAD_JOBS, { sourceName: job });
    if (moved === 0) return revived;
    revived += moved;
  }
}
