import type { PgBoss } from "pg-boss";
import { SWEEP_NAMES, type SweepName } from "#app/ports/index.ts";
import { makeQueue } from "./queue.server.ts";
import type { Workers } from "./workers.server.ts";

export type SweepHandlers = Record<SweepName, () => Promise<void>>;

/**
 * Runs the regular rounds by cron in UTC. The queue's clock only wakes them; what is due they decide by the app's own
 * clock, so that a sandbox that moves time sees it when it wakes them.
 */
export async function runSweeps(
  boss: PgBoss,
  workers: Workers,
  crons: Record<SweepName, string>,
  handlers: SweepHandlers,
): Promise<void> {
  for (const name of SWEEP_NAMES) {
    await makeQueue(boss, name, { retryLimit: 2, retryDelay: 60, retryBackoff: true });
    await workers.work(name, 1, () => handlers[name]());
    await boss.schedule(name, crons[name], null, { tz: "UTC" });
  }
}
