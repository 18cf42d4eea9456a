import { Temporal } from "temporal-polyfill";
import type { Job, ReadFailure } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { FULL_EVERY_HOURS, type RefreshDeps, readEverything } from "./refresh-facts.server.ts";

export type BackgroundOutcome =
  | { outcome: "complete" | "not-connected" | "read-lately" }
  /** The reading needs more time than one job has; the next one is in the queue. */
  | { outcome: "goes-on" }
  /** The account's calls of this hour are used up to the reserve; a job goes on when the next hour begins. */
  | { outcome: "waits"; until: string }
  /** impact.com cannot be read as things stand; asking again soon would change nothing. */
  | { outcome: "failed"; failure: string };

/** Work that cannot be done now and should be tried again: the queue waits longer each time. */
export class TryAgain extends Error {
  override name = "TryAgain";
}

/** A job's share of a long reading: well below the time after which the queue would think the process dead. */
const SHARE_MS = 5 * 60_000;
/** A little later than the hour begins, by a different moment for each shop. */
const LATEST_SECONDS = 30;

type Purpose = Extract<Job, { name: "sync-actions" }>["data"]["purpose"];
type Input = { shop: string; purpose: Purpose };

/**
 * Ends a reading that was begun, or reads everything again each night. Throws TryAgain while somebody else reads the
 * account and while impact.com cannot be reached. Where it is known when the reading can go on, a job is planned for
 * then instead.
 */
export async function syncInBackground(
  { shop, purpose }: Input,
  deps: RefreshDeps,
  random: () => number = Math.random,
): Promise<BackgroundOutcome> {
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return { outcome: "not-connected" };
  const key = { shop, accountSid: connection.accountSid };
  const state = await deps.db.syncs.find(key);
  const open = state !== null && state.finishedAt === null;
  // The round may come by more often than once a night.
  const fullSince = deps.clock.now().subtract({ hours: FULL_EVERY_HOURS });
  const fresh = state?.fullAt && Temporal.Instant.compare(state.fullAt, fullSince) >= 0;
  if (purpose === "nightly" && !open && fresh) return { outcome: "read-lately" };
  const kind = purpose === "nightly" ? "full" : "continue";
  const signal = AbortSignal.timeout(SHARE_MS);
  const read = await readEverything({ shop, kind, signal, inBackground: true }, deps);
  if (read === "not-connected") return { outcome: "not-connected" };
  if (read.outcome === "complete") return { outcome: "complete" };
  if (read.outcome === "busy") throw new TryAgain("Somebody else reads this account.");
  if (read.outcome === "unfinished") {
    await planNext({ shop, purpose }, 0, deps);
    return { outcome: "goes-on" };
  }
  return afterFailure(read.failure, { shop, purpose }, deps, random);
}

async function afterFailure(
  failure: ReadFailure,
  input: Input,
  deps: RefreshDeps,
  random: () => number,
): Promise<BackgroundOutcome> {
  if (failure.outcome === "rate-limited" && failure.retryAt !== null) {
    const until = Temporal.Instant.from(failure.retryAt);
    const seconds = Math.max(0, until.since(deps.clock.now()).total("seconds"));
    await planNext(input, Math.ceil(seconds + 1 + LATEST_SECONDS * random()), deps);
    return { outcome: "waits", until: failure.retryAt };
  }
  if (failure.outcome === "unavailable" || failure.outcome === "rate-limited")
    throw new TryAgain(`impact.com is ${failure.outcome}.`);
  return { outcome: "failed", failure: failure.outcome };
}

async function planNext(data: Input, afterSeconds: number, deps: Pick<Deps, "db">): Promise<void> {
  await deps.db.transact((work) => work.enqueue({ name: "sync-actions", data }, { afterSeconds }));
}
