import type { Temporal } from "temporal-polyfill";
import type { AccountFileJson } from "#app/domain/index.ts";

/** What the merchant typed to connect: HTTP Basic user and password (domain.md 6.1). Never logged. */
export type ImpactCredentials = { accountSid: string; authToken: string };

/** The API categories the app reads, named as impact.com names its read scopes. */
export const IMPACT_RESOURCES = [
  "CompanyInformation",
  "Campaigns",
  "Contracts",
  "Actions",
  "Invoices",
  "Catalogs",
] as const;
export type ImpactResource = (typeof IMPACT_RESOURCES)[number];

/**
 * Why a fact could not be read. Each case has its own plain message and its own remedy; none of them may ever be
 * read as "there is nothing" or "the account is closed".
 */
export type ReadFailure =
  | { outcome: "unauthorized" }
  | { outcome: "forbidden"; resource: ImpactResource }
  | { outcome: "rate-limited"; retryAt: string | null }
  | { outcome: "unavailable"; reason: "timeout" | "network" | "server-error" | "not-json" }
  | { outcome: "unexpected-answer"; resource: ImpactResource; field: string };

export type Reading<T> = { outcome: "read"; value: T } | ReadFailure;

/** `timeZone` is an IANA name, or null when impact.com's display string is one we do not know. */
export type Company = { name: string; currency: string; timeZone: string | null };

/** `state` as the API says it, or "unknown" for a value we have never seen. */
export type Program = { id: string; name: string; state: string };

export type ContractItem = NonNullable<AccountFileJson["contracts"]>[number];
export type ActionItem = NonNullable<AccountFileJson["actions"]>[number];
export type InvoiceItem = NonNullable<AccountFileJson["invoices"]>[number];
export type CatalogItem = NonNullable<AccountFileJson["catalogs"]>[number];

/** Half-open span of plain dates in the account's zone. */
export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** Reads impact.com; every method either reads a fact completely or says why not, never a part of it. */
export interface ImpactApi {
  readCompany(credentials: ImpactCredentials): Promise<Reading<Company>>;
  readPrograms(credentials: ImpactCredentials): Promise<Reading<Program[]>>;
  /** All statuses (ACTIVE, UPCOMING, PENDING, EXPIRED) of all programs. */
  readContracts(credentials: ImpactCredentials, programs: Program[]): Promise<Reading<ContractItem[]>>;
  /** All actions tracked in `tracked` plus those still to lock in `locking`, each once. */
  readActions(
    credentials: ImpactCredentials,
    programs: Program[],
    spans: { tracked: Span; locking: Span },
  ): Promise<Reading<ActionItem[]>>;
  readInvoices(credentials: ImpactCredentials): Promise<Reading<InvoiceItem[]>>;
  readCatalogs(credentials: ImpactCredentials): Promise<Reading<CatalogItem[]>>;
}
