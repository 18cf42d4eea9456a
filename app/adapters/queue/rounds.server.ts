import type { PgBoss } from "pg-boss";
import { ROUND_NAMES, type RoundName } from "#app/ports/index.ts";
import { makeQueue } from "./queue.server.ts";

export type RoundHandlers = Record<RoundName, () => Promise<void>>;

/**
 * Runs the regular rounds by cron in UTC. The queue's clock only wakes them; what is due they decide by the app's own
 * clock, so that a sandbox that moves time sees it at the next minute.
 */
export async function runRounds(
  boss: PgBoss,
  crons: Record<RoundName, string>,
  handlers: RoundHandlers,
): Promise<void> {
  for (const name of ROUND_NAMES) {
    await makeQueue(boss, name, { retryLimit: 2, retryDelay: 60, retryBackoff: true });
    await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 2 }, () => handlers[name]());
    await boss.schedule(name, crons[name], null, { tz: "UTC" });
  }
}
