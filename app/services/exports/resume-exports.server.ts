import { Temporal } from "temporal-polyfill";
import type { Deps } from "../deps.ts";

/** Enqueues every export a crash may have left behind; each goes on where it stopped. */
export async function resumeExports({ db }: Pick<Deps, "db">): Promise<void> {
  await enqueueAll(await db.exports.unfinished(), { db });
}

/**
 * Enqueues the exports whose hour at impact.com is over by the app's own clock; how many. The queue's clock does not
 * know that time was moved, and one job too many changes nothing.
 */
export async function resumeWaitingExports({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const now = clock.now();
  const due = (await db.exports.unfinished()).filter(
    ({ waitUntil }) => waitUntil !== null && Temporal.Instant.compare(waitUntil, now) <= 0,
  );
  await enqueueAll(due, { db });
  return due.length;
}

async function enqueueAll(exports: { shop: string; id: string }[], { db }: Pick<Deps, "db">): Promise<void> {
  if (exports.length === 0) return;
  await db.transact(async (work) => {
    for (const { shop, id } of exports)
      await work.enqueue({ name: "make-export", data: { shop, exportId: id } });
  });
}
