import { openRun } from "./open-run.server.ts";
import { finishRun, readRun } from "./read-run.server.ts";
import { storeFetchResult } from "./store-fetch-result.server.ts";
import { RunEnded } from "./store-page.server.ts";
import type { SyncDeps, SyncInput, SyncOutcome } from "./sync-input.ts";

/**
 * Reads the account's actions into the store: goes on with the run that is open, then reads what is wanted beyond it.
 * A crash at any point loses at most the pages being read, and reading them again changes nothing.
 */
export async function syncActions(input: SyncInput, deps: SyncDeps): Promise<SyncOutcome> {
  const { key, lease } = input;
  if (!(await deps.db.leases.hold(key.accountSid, lease.owner, lease.seconds))) return { outcome: "busy" };
  try {
    return await readWanted(input, deps);
  } catch (error) {
    if (error instanceof RunEnded) return { outcome: "busy" };
    throw error;
  } finally {
    await deps.db.leases.release(key.accountSid, lease.owner);
  }
}

async function readWanted(input: SyncInput, deps: SyncDeps): Promise<SyncOutcome> {
  for (;;) {
    const run = await openRun(input, deps);
    if (run === null) return { outcome: "complete" };
    const read = await readRun(run, input, deps);
    if (read.outcome === "failed") {
      await storeFetchResult(input.key, "Actions", { fetchResult: read.failure, at: deps.clock.now() }, deps);
    }
    if (read.outcome !== "complete") return read;
    await finishRun(run, input, deps);
    if (run.kind !== "update") await deps.db.tidy();
  }
}
