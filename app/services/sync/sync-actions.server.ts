import type { AccountKey, ImpactCredentials, Program, ReadFailure } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { openRun, type Wanted } from "./open-run.server.ts";
import { finishRun, readRun } from "./read-run.server.ts";
import { storeFetchResult } from "./store-fetch-result.server.ts";
import { RunEnded } from "./store-page.server.ts";

export type SyncOutcome =
  | { outcome: "complete" }
  /** Told to stop before the end; what was read is kept, and the next call goes on from there. */
  | { outcome: "unfinished" }
  /** Somebody else reads this account now. */
  | { outcome: "busy" }
  | { outcome: "failed"; failure: ReadFailure };

export type SyncInput = {
  key: AccountKey;
  credentials: ImpactCredentials;
  programs: Program[];
  /** The account's own currency and zone, as far as they are known. */
  account: { currency: string; timeZone: string };
  wanted: Wanted;
  /** Ends the call early. A run is made of small pieces, so little is lost. */
  signal: AbortSignal;
  lease: { owner: string; seconds: number };
};

export type SyncDeps = Pick<Deps, "db" | "clock" | "impact">;

/**
 * Reads the account's actions into the store: goes on with the run that is open, then reads what is wanted beyond it.
 * A crash at any point loses at most the page being read, and reading it again changes nothing.
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
      await storeFetchResult(input.key, "Actions", { reading: read.failure, at: deps.clock.now() }, deps);
    }
    if (read.outcome !== "complete") return read;
    await finishRun(run, input, deps);
    if (run.kind !== "update") await deps.db.tidy();
  }
}
