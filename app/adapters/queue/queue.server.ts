import { setTimeout as wait } from "node:timers/promises";
import { fromPrisma, type JobWithMetadata, type PgBoss, type QueueOptions } from "pg-boss";
import type { Job, JobName } from "#app/ports/index.ts";
import type { StatementRunner } from "../db/client.server.ts";
import { withLogContext } from "../log/log-context.server.ts";
import { JOB_CATALOG, JOB_NAMES } from "./catalog.server.ts";
import { createDeadJobQueue, DEAD_JOBS } from "./dead-jobs.server.ts";
import { syncKey } from "./erase-jobs.server.ts";
import { keptFault } from "./kept-fault.server.ts";
import type { Workers } from "./workers.server.ts";

/** A job that is done is of no use but to whoever looks for a fault right now, and names its shop. */
const DONE_SECONDS = 3_600;

/**
 * A worker that dies has its job given to another one as soon as its heartbeat has stopped this long; without one that
 * would take a quarter of an hour, and somebody waits for most jobs: a warning has five minutes (experience.md 2.8).
 */
const HEARTBEAT_SECONDS = 60;

const NO_JOB = "00000000-0000-0000-0000-000000000000";

export type JobHandlers = {
  [Name in JobName]: (data: Extract<Job, { name: Name }>["data"]) => Promise<void>;
};

/**
 * Starts the queue and makes every queue known before the first transactional send: pg-boss looks a queue up on its
 * own connection, and on the embedded database that look-up would wait for the transaction that waits for it.
 */
export async function startQueue(boss: PgBoss, onError: (error: Error) => void): Promise<void> {
  boss.on("error", onError);
  await startOnce(boss);
  await createDeadJobQueue(boss);
  for (const name of JOB_NAMES) {
    await makeQueue(boss, name, JOB_CATALOG[name].retry);
    // Any job call fills pg-boss' cache of queues, which `createQueue` has just emptied; `getQueue` reads past it.
    await boss.getJobById(name, NO_JOB);
  }
}

/** PostgreSQL's word for two that make the same at a moment: `IF NOT EXISTS` looks before it waits. */
const MADE_BY_ANOTHER = "23505";
const STARTS = 5;
const PAUSE_MS = 500;

/** Two processes that start at once on an empty database both make the queue's tables; the second finds them made. */
async function startOnce(boss: PgBoss, left = STARTS): Promise<void> {
  try {
    await boss.start();
  } catch (error) {
    if (left <= 1 || !isMadeByAnother(error)) throw error;
    await wait(PAUSE_MS);
    await startOnce(boss, left - 1);
  }
}

const isMadeByAnother = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === MADE_BY_ANOTHER;

/**
 * Makes a queue whose jobs end among the dead when their tries are used up. Making one that exists changes nothing, so
 * what this version says of it is written as well; only its policy stays for ever.
 */
export async function makeQueue(
  boss: PgBoss,
  name: string,
  { policy, ...options }: QueueOptions & { policy?: "stately" },
): Promise<void> {
  const settings = {
    ...options,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD_JOBS,
    deleteAfterSeconds: DONE_SECONDS,
  };
  await boss.createQueue(name, { ...settings, ...(policy && { policy }) });
  await boss.updateQueue(name, settings);
}

/** Enqueues through the caller's transaction. */
export function enqueueWith(
  boss: PgBoss,
): (job: Job, transaction: StatementRunner, options?: { afterSeconds: number }) => Promise<void> {
  return async (job, transaction, options) => {
    await boss.send(job.name, job.data, {
      db: fromPrisma(transaction),
      ...(job.name === "sync-actions" && { singletonKey: syncKey(job.data.purpose, job.data.shop) }),
      ...(options && { startAfter: options.afterSeconds }),
    });
  };
}

/** Jobs of one queue that run at once in one process. */
const AT_ONCE = 4;

/** Runs the handlers. A handler that throws is retried by the queue's own policy. */
export async function runHandlers(
  boss: PgBoss,
  workers: Workers,
  handlers: JobHandlers,
  ended?: (job: JobName, isDone: boolean) => void,
): Promise<void> {
  const work = <Name extends JobName>(name: Name) =>
    workers.work(name, AT_ONCE, async (job) => {
      if (job.policy === "stately") await takeOverTwin(boss, job);
      const data = JOB_CATALOG[name].data.parse(job.data) as Parameters<JobHandlers[Name]>[0];
      const facts = { jobId: job.id, ...("requestId" in data && { case: data.requestId }) };
      await withLogContext(facts, () => handlers[name](data as never)).then(
        () => ended?.(name, true),
        (error: unknown) => {
          ended?.(name, false);
          throw keptFault(error);
        },
      );
    });
  for (const name of JOB_NAMES) await work(name);
}

type Twin = Pick<JobWithMetadata, "name" | "singletonKey">;

/**
 * Does the work of the twin that waits for another try as well. The policy lets one job of a key wait for that; a second
 * one that fails meanwhile would be laid among the dead at once, with tries left, and the alarm would speak of it.
 */
async function takeOverTwin(boss: PgBoss, { name, singletonKey }: Twin): Promise<void> {
  if (singletonKey === null) return;
  const waiting = await boss.findJobs(name, { key: singletonKey, queued: true });
  const twins = waiting.filter(({ state }) => state === "retry").map(({ id }) => id);
  if (twins.length > 0) await boss.deleteJob(name, twins);
}
