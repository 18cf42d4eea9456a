import { randomUUID } from "node:crypto";
import { type TaskKey, taskRule } from "#app/domain/index.ts";
import type {
  FetchResult,
  ImpactCredentials,
  ImpactResource,
  Program,
  ReadFailure,
} from "#app/ports/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { invoicesIn } from "./invoices-in.ts";
import { EVERY_PROGRAM, readingAsPartner } from "./read-account-kinds.server.ts";
import { INLINE_MS, LEASE_SECONDS } from "./refresh-facts.server.ts";
import { storeFetchResult } from "./store-fetch-result.server.ts";
import { syncActions } from "./sync-actions.server.ts";

export type CheckDeps = Pick<Deps, "db" | "clock" | "impact" | "seal" | "settings">;

export type CheckOutcome =
  | { outcome: "checked" | "not-connected" }
  /** The answer is long; the background reads on, and what was known before stays shown. */
  | { outcome: "reading" }
  /** What was known before stays, with its age. */
  | { outcome: "failed"; failure: ReadFailure };

export type Asking = { shop: string; isPartner: boolean; credentials: ImpactCredentials };

/** Reads at impact.com what one task rests on, and nothing else; a form is nowhere in impact.com's API. */
export function readFor(task: TaskKey, asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const { shop, isPartner, credentials } = asking;
  const { impact } = deps;
  switch (taskRule(task).source) {
    case "Invoices":
      return record("Invoices", asking, deps, async () => {
        const { currency } = await currencyAndZoneOf(shop, deps);
        const { readInvoices } = isPartner ? impact.partner : impact;
        return invoicesIn(currency, await readInvoices(credentials));
      });
    case "Catalogs":
      return record("Catalogs", asking, deps, () => impact.readCatalogs(credentials));
    case "Contracts":
      return readContracts(asking, deps);
    case "Actions":
      return readActions(asking, deps);
    default:
      return Promise.resolve({ outcome: "checked" });
  }
}

/** Keeps one reading, or why it failed beside what was known before. */
async function record<T>(
  resource: ImpactResource,
  { shop, credentials }: Asking,
  deps: CheckDeps,
  read: () => Promise<FetchResult<T>>,
): Promise<CheckOutcome> {
  const key = { shop, accountSid: credentials.accountSid };
  const at = deps.clock.now();
  const reading = await read();
  await storeFetchResult(key, resource, { reading, at }, deps);
  return reading.outcome === "read" ? { outcome: "checked" } : { outcome: "failed", failure: reading };
}

/** Contracts are asked for program by program; without the programs they are unknown for the same reason. */
async function readContracts(asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const { isPartner, credentials } = asking;
  return record("Contracts", asking, deps, async (): Promise<FetchResult<unknown>> => {
    if (isPartner) return deps.impact.partner.readContracts(credentials);
    const programs = await deps.impact.readPrograms(credentials);
    return programs.outcome === "read" ? deps.impact.readContracts(credentials, programs.value) : programs;
  });
}

async function readActions(asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const { shop, isPartner, credentials } = asking;
  const after = deps.clock.now();
  const programs: FetchResult<Program[]> = isPartner
    ? { outcome: "read", value: EVERY_PROGRAM }
    : await deps.impact.readPrograms(credentials);
  if (programs.outcome !== "read") return record("Actions", asking, deps, async () => programs);
  const read = await syncActions(
    {
      key: { shop, accountSid: credentials.accountSid },
      credentials,
      programs: programs.value,
      account: await currencyAndZoneOf(shop, deps),
      wanted: { kind: "update", after },
      signal: AbortSignal.timeout(INLINE_MS),
      lease: { owner: randomUUID(), seconds: LEASE_SECONDS },
    },
    isPartner ? readingAsPartner(deps) : deps,
  );
  if (read.outcome === "complete") return { outcome: "checked" };
  if (read.outcome === "failed") return read;
  await deps.db.transact((work) =>
    work.enqueue({ name: "sync-actions", data: { shop, purpose: "continue" } }),
  );
  return { outcome: "reading" };
}
