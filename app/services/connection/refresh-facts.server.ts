import { randomUUID } from "node:crypto";
import type { Company, ImpactCredentials, ImpactResource, Reading } from "#app/ports/index.ts";
import { accountBasis } from "../account/account-basis.ts";
import { bodiesOf } from "../account/assemble-file.ts";
import { readStatedFacts } from "../account/stated-facts.ts";
import type { Deps } from "../deps.ts";
import type { Wanted } from "../sync/open-run.server.ts";
import { type SyncOutcome, syncActions } from "../sync/sync-actions.server.ts";
import { readAgencyLists, readingAsPartner, readPartnerLists } from "./read-other-kinds.server.ts";

export type RefreshOutcome = "refreshed" | "not-connected";
export type RefreshDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;

/** How long somebody who waits for a page waits for actions; the background goes on with the rest. */
export const INLINE_MS = 4_000;
/** Longer than any single call with its retries, so that a lease is lost by a dead process only. */
export const LEASE_SECONDS = 180;

/**
 * Reads every resource of the connected account and records each result by itself: a reading that failed keeps the
 * last known body and says why, it never blanks the others. Actions that take longer are read on in the background.
 */
export async function refreshFacts(input: { shop: string }, deps: RefreshDeps): Promise<RefreshOutcome> {
  const read = await readEverything(
    { ...input, kind: "update", signal: AbortSignal.timeout(INLINE_MS) },
    deps,
  );
  if (read === "not-connected") return "not-connected";
  if (read?.outcome === "unfinished")
    await deps.db.transact((work) =>
      work.enqueue({ name: "sync-actions", data: { shop: input.shop, purpose: "continue" } }),
    );
  return "refreshed";
}

type ReadInput = { shop: string; kind: Wanted["kind"]; signal: AbortSignal };

/** The account's lists, then its actions, which an agency has none of. Null when the actions could not be asked for, as the programs are unknown. */
export async function readEverything(
  { shop, kind, signal }: ReadInput,
  deps: RefreshDeps,
): Promise<SyncOutcome | "not-connected" | null> {
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return "not-connected";
  const { accountSid, kind: whose } = connection;
  const credentials = { accountSid, authToken: deps.seal.open(shop, connection.sealedToken) };
  const after = deps.clock.now();
  if (whose === "agency") {
    await readAgencyLists(shop, credentials, deps);
    return { outcome: "complete" };
  }
  const isPartner = whose === "partner";
  const programs = await (isPartner ? readPartnerLists : readLists)(shop, credentials, deps);
  if (!programs) return null;
  const { currency, timeZone } = await basisOf(shop, deps);
  return syncActions(
    {
      key: { shop, accountSid },
      credentials,
      programs,
      account: { currency, timeZone },
      wanted: kind === "continue" ? { kind } : { kind, after },
      signal,
      lease: { owner: randomUUID(), seconds: LEASE_SECONDS },
    },
    isPartner ? readingAsPartner(deps) : deps,
  );
}

/** Reads all of a brand's account but the actions; gives the programs, by which actions are asked for. */
async function readLists(shop: string, credentials: ImpactCredentials, deps: RefreshDeps) {
  const now = deps.clock.now();
  const record = async <T>(resource: ImpactResource, reading: Reading<T>): Promise<void> => {
    await deps.db.transact((work) =>
      reading.outcome === "read"
        ? work.snapshots.recordRead(shop, resource, reading.value, now)
        : work.snapshots.recordFailure(shop, resource, reading, now),
    );
  };
  await record<Company>("CompanyInformation", await deps.impact.readCompany(credentials));
  const programs = await deps.impact.readPrograms(credentials);
  await record("Campaigns", programs);
  await record("Invoices", await deps.impact.readInvoices(credentials));
  await record("Catalogs", await deps.impact.readCatalogs(credentials));
  if (programs.outcome === "read") {
    await record("Contracts", await deps.impact.readContracts(credentials, programs.value));
    return programs.value;
  }
  // Both lists are asked for per program: without the programs they are unknown for the same reason.
  await record("Contracts", programs);
  await record("Actions", programs);
  return null;
}

export async function basisOf(shop: string, deps: RefreshDeps) {
  const [record, stated, snapshots] = await Promise.all([
    deps.db.shops.find(shop),
    deps.db.statedFacts.all(shop),
    deps.db.snapshots.all(shop),
  ]);
  return accountBasis(readStatedFacts(stated), bodiesOf(snapshots), record);
}
