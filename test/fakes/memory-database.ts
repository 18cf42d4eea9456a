import type { Database, Job, Stores, Work } from "#app/ports/index.ts";
import { createMemoryStores, emptyState, type MemoryState } from "./memory-stores.ts";

export type MemoryDatabase = Database & {
  /** Every job that was committed, oldest first. */
  jobs: Job[];
  /** Seconds until each of them that was to wait. */
  delays: number[];
  /** The rows as they are now. */
  rows(): MemoryState;
};

/**
 * A database in memory that holds to the same battery as the real ones: transactions run one after another, and what is
 * done outside of them waits for its turn as well, so that none that is rolled back takes along what it did not do.
 */
export function createMemoryDatabase(): MemoryDatabase {
  let state = emptyState();
  const jobs: Job[] = [];
  const delays: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  };
  const database: MemoryDatabase = {
    ...eachInTurn(
      createMemoryStores(() => state),
      inTurn,
    ),
    jobs,
    delays,
    keepWebhook: (row) =>
      database.transact(async (work) => {
        const isNew = await work.webhooks.add(row);
        const { shop, webhookId } = row;
        if (isNew) await work.enqueue({ name: "handle-webhook", data: { shop, webhookId } });
        return isNew;
      }),
    rows: () => state,
    tidy: async () => undefined,
    transact: (run) =>
      inTurn(async () => {
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
      }),
  };
  return database;
}

/** The stores with every call in its turn; streams of rows are read as they come. */
function eachInTurn(stores: Stores, inTurn: <T>(run: () => Promise<T>) => Promise<T>): Stores {
  const wrap = (store: object) =>
    Object.fromEntries(
      Object.entries(store).map(([name, method]) => {
        const isStream = method.constructor.name === "AsyncGeneratorFunction";
        return [name, isStream ? method : (...args: unknown[]) => inTurn(async () => method(...args))];
      }),
    );
  return Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [name, wrap(store)]),
  ) as unknown as Stores;
}
