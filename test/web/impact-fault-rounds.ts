import type { ImpactResource, ReadFailure } from "#app/ports/index.ts";

/** Accounts of the sandbox, by its own names for them. */
export const ACCOUNTS = {
  story: "IRs3StoryAcme0001",
  "partner-small": "IRpartnerTrail0009",
  agency: "IRagencyNorthwind0011",
} as const;
export type Key = keyof typeof ACCOUNTS;

/** What a brand's account is read from. */
export type Category = Exclude<ImpactResource, "WithdrawalSettings" | "Advertisers">;
/** A fault of the sandbox and what it must be called; the reset of a rate limit is two minutes ahead. */
export const NAMES = {
  unauthorized: () => ({ outcome: "unauthorized" }),
  forbidden: (resource) => ({ outcome: "forbidden", resource }),
  "rate-limit-brand": () => ({ outcome: "rate-limited", retryAt: "2026-05-12T13:02:00Z" }),
  "rate-limit-partner": () => ({ outcome: "rate-limited", retryAt: "2026-05-12T13:02:00Z" }),
  "server-error": () => ({ outcome: "unavailable", reason: "server-error" }),
  timeout: () => ({ outcome: "unavailable", reason: "timeout" }),
  "slow-drip": () => ({ outcome: "unavailable", reason: "timeout" }),
  "html-page": () => ({ outcome: "unavailable", reason: "not-json" }),
  "truncated-json": () => ({ outcome: "unavailable", reason: "not-json" }),
  "error-in-200": (resource) => ({ outcome: "unexpected-answer", resource, field: "Status" }),
  "page-2-fails": () => ({ outcome: "unavailable", reason: "server-error" }),
} as const satisfies Record<string, (resource: ImpactResource) => ReadFailure>;
export type Fault = keyof typeof NAMES;

/** Each category fails in its own way, so that one reading shows four faults. Every fault is in one of the rounds. */
export const ROUNDS: Partial<Record<Category, Fault>>[] = [
  {
    CompanyInformation: "unauthorized",
    Contracts: "forbidden",
    Invoices: "rate-limit-brand",
    Catalogs: "server-error",
  },
  { CompanyInformation: "html-page", Contracts: "error-in-200", Invoices: "timeout", Catalogs: "forbidden" },
  {
    CompanyInformation: "truncated-json",
    Contracts: "slow-drip",
    Invoices: "rate-limit-partner",
    Catalogs: "error-in-200",
  },
  {
    CompanyInformation: "forbidden",
    Contracts: "page-2-fails",
    Invoices: "unauthorized",
    Catalogs: "html-page",
  },
  // What else a token may be refused. Without the programs nothing of theirs is asked for; a reading of actions ends at
  // its first failure, but for the log of updates, which it can do without.
  { Campaigns: "forbidden", Invoices: "forbidden" },
  { Actions: "forbidden", Catalogs: "rate-limit-partner" },
  { ActionUpdates: "forbidden" },
];

/** The sandbox calls the list of programs by the name of its scope. */
export const CATEGORY_NAMES: Partial<Record<string, string>> = { Campaigns: "Programs" };
