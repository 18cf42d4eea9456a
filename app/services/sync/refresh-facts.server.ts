import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { readAgencyLists, readLists } from "./read-lists.server.ts";
import { whileConnected } from "./store-fetch-result.server.ts";
import { syncActions } from "./sync-actions.server.ts";
import type { SyncOutcome, Wanted } from "./sync-input.ts";

/** "busy": another process reads the account's actions, perhaps for an earlier moment; all else was read. */
export type RefreshOutcome = "refreshed" | "busy" | "not-connected";
export type RefreshDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;

/** How long somebody who waits for a page waits for actions; the background goes on with the rest. */
export const INLINE_MS = 4_000;
/** Longer than any single call with its retries, so that a lease is lost by a dead process only. */
export const LEASE_SECONDS = 180;
/** Half a day: a first reading by day does not keep the next night from reading everything again. */
export const FULL_EVERY_HOURS = 12;

/**
 * Reads every resource of the connected account and records each result by itself: a reading that failed keeps the
 * last known body and says why, it never blanks the others. Actions that take longer are read on in the background.
 */
export async function refreshFacts(input: { shop: string }, deps: RefreshDeps): Promise<RefreshOutcome> {
  const read = await readEverything(
    { ...input, kind: "update", signal: AbortSignal.timeout(INLINE_MS), inBackground: false },
    deps,
  );
  if (read === "not-connected") return "not-connected";
  if (read.outcome === "unfinished")
    await deps.db.transact((work) =>
      work.enqueue({ name: "sync-actions", data: { shop: input.shop, purpose: "continue" } }),
    );
  return read.outcome === "busy" ? "busy" : "refreshed";
}

/** `inBackground` when nobody waits for it: part of the account's calls is then left for those who do. */
type ReadInput = { shop: string; kind: Wanted["kind"]; signal: AbortSignal; inBackground: boolean };

/** Everything of the account that is connected now; of one that was left meanwhile nothing is kept. */
export async function readEverything(
  input: ReadInput,
  deps: RefreshDeps,
): Promise<SyncOutcome | "not-connected"> {
  return (await whileConnected(() => readAccount(input, deps))) ?? "not-connected";
}

/** The account's lists, then its actions, which an agency has none of; without the programs they cannot be asked for. */
async function readAccount(
  { shop, kind, signal, inBackground }: ReadInput,
  deps: RefreshDeps,
): Promise<SyncOutcome | "not-connected"> {
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return "not-connected";
  const { accountSid, kind: account } = connection;
  const authToken = deps.seal.open(shop, connection.sealedToken);
  const credentials = { accountSid, authToken, inBackground };
  const now = deps.clock.now();
  if (account === "agency") {
    await readAgencyLists(shop, credentials, deps);
    return { outcome: "complete" };
  }
  const programs = await readLists({ shop, kind: account, credentials }, deps);
  if (programs.outcome !== "read") return { outcome: "failed", failure: programs };
  const { currency, timeZone } = await currencyAndZoneOf(shop, deps);
  return syncActions(
    {
      key: { shop, accountSid },
      kind: account,
      credentials,
      programs: programs.value,
      account: { currency, timeZone },
      wanted: wantedOf(kind, now),
      signal,
      lease: { owner: randomUUID(), seconds: LEASE_SECONDS },
    },
    deps,
  );
}

/** Everything is read once a day: one that is younger counts, so that a reading in several parts is made once. */
function wantedOf(kind: Wanted["kind"], now: Temporal.Instant): Wanted {
  if (kind === "continue") return { kind };
  return { kind, after: kind === "full" ? now.subtract({ hours: FULL_EVERY_HOURS }) : now };
}
