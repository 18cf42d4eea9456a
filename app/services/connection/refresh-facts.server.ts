import type { Temporal } from "temporal-polyfill";
import type { ImpactCredentials, ImpactResource, Reading } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { actionSpans } from "./action-spans.ts";

export type RefreshOutcome = "refreshed" | "not-connected";
type RefreshDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;

/**
 * Reads every resource of the connected account and records each result by itself: a reading that failed keeps the
 * last known body and says why, it never blanks the others.
 */
export async function refreshFacts(input: { shop: string }, deps: RefreshDeps): Promise<RefreshOutcome> {
  const { shop } = input;
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return "not-connected";
  const credentials: ImpactCredentials = {
    accountSid: connection.accountSid,
    authToken: deps.seal.open(shop, connection.sealedToken),
  };
  const now = deps.clock.now();
  const record = async <T>(resource: ImpactResource, reading: Reading<T>): Promise<T | null> => {
    if (reading.outcome === "read") {
      await deps.db.snapshots.recordRead(shop, resource, reading.value, now);
      return reading.value;
    }
    await deps.db.snapshots.recordFailure(shop, resource, reading, now);
    return null;
  };
  await readAll(credentials, now, deps, record);
  return "refreshed";
}

type Record = <T>(resource: ImpactResource, reading: Reading<T>) => Promise<T | null>;

async function readAll(
  credentials: ImpactCredentials,
  now: Temporal.Instant,
  deps: RefreshDeps,
  record: Record,
) {
  const company = await record("CompanyInformation", await deps.impact.readCompany(credentials));
  const programsReading = await deps.impact.readPrograms(credentials);
  const programs = await record("Campaigns", programsReading);
  await record("Invoices", await deps.impact.readInvoices(credentials));
  await record("Catalogs", await deps.impact.readCatalogs(credentials));
  if (programs) {
    const today = now.toZonedDateTimeISO(company?.timeZone ?? "UTC").toPlainDate();
    await record("Contracts", await deps.impact.readContracts(credentials, programs));
    await record("Actions", await deps.impact.readActions(credentials, programs, actionSpans(today)));
  } else if (programsReading.outcome !== "read") {
    // Both lists are asked for per program: without the programs they are unknown for the same reason.
    await record("Contracts", programsReading);
    await record("Actions", programsReading);
  }
}
