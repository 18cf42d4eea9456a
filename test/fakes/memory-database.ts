import type { Database, Job, Work } from "#app/ports/index.ts";
import { createMemoryStores, emptyState, type MemoryState } from "./memory-stores.ts";

export type MemoryDatabase = Database & {
  /** Every job that was committed, oldest first. */
  jobs: Job[];
  /** Seconds until each of them that was to wait. */
  delays: number[];
  /** The rows as they are now. */
  rows(): MemoryState;
};

/** A database in memory that holds to the same battery as the real ones: transactions run one after another. */
export function createMemoryDatabase(): MemoryDatabase {
  let state = emptyState();
  const jobs: Job[] = [];
  const delays: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...createMemoryStores(() => state),
    jobs,
    delays,
    rows: () => state,
    transact: (run) => {
      const turn = last.then(async () => {
        const before = { ...state };
        const waiting: { job: Job; afterSeconds: number | null }[] = [];
        try {
          const work = createMemoryStores(() => state);
          const enqueue: Work["enqueue"] = async (job, options) =>
            void waiting.push({ job, afterSeconds: options?.afterSeconds ?? null });
          const result = await run({ ...work, enqueue });
          for (const { job, afterSeconds } of waiting) {
            jobs.push(job);
            if (afterSeconds !== null) delays.push(afterSeconds);
          }
          return result;
        } catch (error) {
          state = before;
          throw error;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
