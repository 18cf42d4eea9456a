import { randomUUID } from "node:crypto";
import { type TaskKey, taskRule } from "#app/domain/index.ts";
import type {
  FetchResult,
  ImpactCredentials,
  ImpactResource,
  ListsKind,
  ReadFailure,
} from "#app/ports/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { invoicesIn } from "./invoices-in.ts";
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

export type Asking = { shop: string; kind: ListsKind; credentials: ImpactCredentials };

/** Reads at impact.com what one task rests on, and nothing else; a form is nowhere in impact.com's API. */
export function readFor(task: TaskKey, asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const { shop, kind, credentials } = asking;
  switch (taskRule(task).source) {
    case "Invoices":
      return save("Invoices", asking, deps, async () => {
        const { currency } = await currencyAndZoneOf(shop, deps);
        return invoicesIn(currency, await deps.impact.of(kind).readInvoices(credentials));
      });
    case "Catalogs":
      return save("Catalogs", asking, deps, () => deps.impact.of("brand").readCatalogs(credentials));
    case "Contracts":
      return readContracts(asking, deps);
    case "Actions":
      return readActions(asking, deps);
    default:
      return Promise.resolve({ outcome: "checked" });
  }
}

/** Keeps one reading, or why it failed beside what was known before. */
async function save<T>(
  resource: ImpactResource,
  { shop, credentials }: Asking,
  deps: CheckDeps,
  read: () => Promise<FetchResult<T>>,
): Promise<CheckOutcome> {
  const key = { shop, accountSid: credentials.accountSid };
  const at = deps.clock.now();
  const fetchResult = await read();
  await storeFetchResult(key, resource, { fetchResult, at }, deps);
  return fetchResult.outcome === "read"
    ? { outcome: "checked" }
    : { outcome: "failed", failure: fetchResult };
}

/** Contracts are asked for program by program; without the programs they are unknown for the same reason. */
async function readContracts(asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const api = deps.impact.of(asking.kind);
  return save("Contracts", asking, deps, async (): Promise<FetchResult<unknown>> => {
    const programs = await api.readPrograms(asking.credentials);
    return programs.outcome === "read" ? api.readContracts(asking.credentials, programs.value) : programs;
  });
}

async function readActions(asking: Asking, deps: CheckDeps): Promise<CheckOutcome> {
  const { shop, kind, credentials } = asking;
  const after = deps.clock.now();
  const programs = await deps.impact.of(kind).readPrograms(credentials);
  if (programs.outcome !== "read") return save("Actions", asking, deps, async () => programs);
  const read = await syncActions(
    {
      key: { shop, accountSid: credentials.accountSid },
      kind,
      credentials,
      programs: programs.value,
      account: await currencyAndZoneOf(shop, deps),
      wanted: { kind: "update", after },
      signal: AbortSignal.timeout(INLINE_MS),
      lease: { owner: randomUUID(), seconds: LEASE_SECONDS },
    },
    deps,
  );
  if (read.outcome === "complete") return { outcome: "checked" };
  if (read.outcome === "failed") return read;
  await deps.db.transact((work) =>
    work.enqueue({ name: "sync-actions", data: { shop, purpose: "continue" } }),
  );
  return { outcome: "reading" };
}
