import type { Database, Job } from "#app/ports/index.ts";
import { createMemoryStores, emptyState, type MemoryState } from "./memory-stores.ts";

export type MemoryDatabase = Database & {
  /** Every job that was committed, oldest first. */
  jobs: Job[];
  /** The rows as they are now. */
  rows(): MemoryState;
};

/** A database in memory that holds to the same battery as the real ones: transactions run one after another. */
export function createMemoryDatabase(): MemoryDatabase {
  let state = emptyState();
  const jobs: Job[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...createMemoryStores(() => state),
    jobs,
    rows: () => state,
    transact: (run) => {
      const turn = last.then(async () => {
        const before = { ...state };
        const waiting: Job[] = [];
        try {
          const work = createMemoryStores(() => state);
          const result = await run({ ...work, enqueue: async (job) => void waiting.push(job) });
          jobs.push(...waiting);
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
