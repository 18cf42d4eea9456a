import type { JobWithMetadata } from "pg-boss";
import type { OpenDatabase } from "../db/database-kind.server.ts";

/** Milliseconds between two looks at what is due: one short statement for all queues together. */
const LOOK_EVERY_MS = 1_000;

/** How many of one queue are looked for: as many as may run at once in one process. */
const MOST_AT_ONCE = 4;

/**
 * Each worker of pg-boss would ask for its own queue again and again: 43 of them, twice a second, mostly for nothing. They
 * ask only when they are woken, and at this distance in case nobody wakes them.
 */
const UNASKED_SECONDS = 300;

/** Milliseconds after which a look counts as lost: on a connection that went silent, all queues would wait for it. */
const LONGEST_LOOK_MS = 5_000;

const DUE = `SELECT q.name, (SELECT count(*)::int FROM
    (SELECT FROM pgboss.job j WHERE j.name = q.name AND j.state < 'active' AND NOT j.blocked
     AND j.start_after <= pgboss.job_now() LIMIT ${MOST_AT_ONCE}) AS found) AS due
  FROM unnest($1::text[]) AS q(name)`;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const lost = () => reject(new Error("The look for due jobs was not answered."));
    timer = setTimeout(lost, LONGEST_LOOK_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export type Workers = {
  /** Runs `handle` for each job of the queue, at most so many at once. */
  work(
    name: string,
    atOnce: number,
    handle: (job: JobWithMetadata<Record<string, unknown>>) => Promise<void>,
  ): Promise<void>;
};

/**
 * Workers that are woken by one look for all queues. It is no LISTEN: a NOTIFY makes PostgreSQL commit one transaction
 * after another, webhooks too, and gets lost behind a pooler in transaction mode.
 */
export function createWorkers(
  { boss, query }: Pick<OpenDatabase, "boss" | "query">,
  onError: (error: Error) => void,
): Workers {
  const idle = new Map<string, string[]>();
  let next: NodeJS.Timeout | undefined;
  let isEnding = false;
  const look = async () => {
    try {
      const { rows } = await inTime(query(DUE, [[...idle.keys()]]));
      for (const { name, due } of rows)
        for (const id of (idle.get(String(name)) ?? []).slice(0, Number(due))) boss.notifyWorker(id);
    } catch (error) {
      if (!isEnding) onError(error as Error);
    }
    if (!isEnding) next = setTimeout(look, LOOK_EVERY_MS);
  };
  boss.once("stopped", () => {
    isEnding = true;
    clearTimeout(next);
  });
  return {
    async work(name, atOnce, handle) {
      for (let count = 0; count < atOnce; count += 1) await workOne(name, handle);
      next ??= setTimeout(look, 0);
    },
  };

  async function workOne(name: string, handle: Parameters<Workers["work"]>[2]): Promise<void> {
    const options = { batchSize: 1, pollingIntervalSeconds: UNASKED_SECONDS, includeMetadata: true } as const;
    const id: string = await boss.work<Record<string, unknown>>(name, options, async ([job]) => {
      if (!job) return;
      const others = idle.get(name) ?? [];
      idle.set(
        name,
        others.filter((other) => other !== id),
      );
      try {
        await handle(job as JobWithMetadata<Record<string, unknown>>);
      } finally {
        idle.get(name)?.push(id);
        // Where one job was, there is often another.
        boss.notifyWorker(id);
      }
    });
    idle.set(name, [...(idle.get(name) ?? []), id]);
  }
}
