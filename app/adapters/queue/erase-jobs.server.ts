import type { Db } from "../db/client.server.ts";

/** Jobs with this key stand in each other's way: at most one waits and one runs. */
export const syncKey = (purpose: "continue" | "nightly", shop: string): string => `${purpose}:${shop}`;

/**
 * Takes away every job of a shop, whatever became of it, with its payload, fault and key; how many. The one that runs
 * goes as well: pg-boss ends a job that is gone without a word. Nothing is there before the queue's first start.
 */
export async function eraseJobs(db: Db, shop: string): Promise<{ count: number }> {
  const [queue] = await db.$queryRaw<
    { jobs: string | null }[]
  >`SELECT to_regclass('pgboss.job')::text AS jobs`;
  if (!queue?.jobs) return { count: 0 };
  const count = await db.$executeRaw`DELETE FROM pgboss.job WHERE data->>'shop' = ${shop}`;
  const [first, second] = [syncKey("continue", shop), syncKey("nightly", shop)];
  // pg-boss notes here once a minute which keys are at work.
  await db.$executeRaw`
    UPDATE pgboss.queue SET singletons_active = array_remove(array_remove(singletons_active, ${first}), ${second})
    WHERE ${first} = ANY(singletons_active) OR ${second} = ANY(singletons_active)`;
  return { count };
}
