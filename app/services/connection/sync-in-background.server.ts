import type { Deps } from "../deps.ts";
import { type RefreshDeps, readEverything } from "./refresh-facts.server.ts";

export type BackgroundOutcome =
  | { outcome: "complete" | "not-connected" }
  /** impact.com cannot be read as things stand; asking again soon would change nothing. */
  | { outcome: "failed"; failure: string };

/** Work that cannot be done now and should be tried again: the queue waits longer each time. */
export class TryAgain extends Error {
  override name = "TryAgain";
}

/** A job's share of a long reading: well below the time after which the queue would think the process dead. */
const SHARE_MS = 5 * 60_000;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * Ends a reading that was begun, or reads everything again each night. Throws TryAgain while somebody else reads the
 * account, while impact.com cannot be reached, and when the reading needs another share.
 */
export async function syncInBackground(
  { shop, purpose }: { shop: string; purpose: "continue" | "nightly" },
  deps: RefreshDeps,
): Promise<BackgroundOutcome> {
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return { outcome: "not-connected" };
  if (purpose === "nightly") await planNightly(shop, deps);
  const kind = purpose === "nightly" ? "full" : "continue";
  const read = await readEverything({ shop, kind, signal: AbortSignal.timeout(SHARE_MS) }, deps);
  if (read === "not-connected") return { outcome: "not-connected" };
  if (read === null) throw new TryAgain("The programs could not be read.");
  if (read.outcome === "complete") return { outcome: "complete" };
  if (read.outcome !== "failed") throw new TryAgain(`The reading is ${read.outcome}.`);
  const { failure } = read;
  if (failure.outcome === "unavailable" || failure.outcome === "rate-limited")
    throw new TryAgain(`impact.com is ${failure.outcome}.`);
  return { outcome: "failed", failure: failure.outcome };
}

/** Each night's check brings the next one with it; a shop that disconnects simply has no next one. */
export async function planNightly(shop: string, deps: Pick<Deps, "db">): Promise<void> {
  await deps.db.transact((work) =>
    work.enqueue({ name: "sync-actions", data: { shop, purpose: "nightly" } }, { afterSeconds: DAY_SECONDS }),
  );
}
