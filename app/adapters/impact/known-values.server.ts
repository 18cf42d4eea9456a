import type {
  ActionItem,
  CatalogItem,
  ContractItem,
  ImpactResource,
  InvoiceItem,
} from "#app/ports/impact.ts";
import { ianaTimeZone } from "./time-zones.server.ts";

/** Program states of brand v14. */
export const PROGRAM_STATES = [
  "ACTIVE",
  "AWAITING_REVIEW",
  "CANCELLED",
  "CLOSED",
  "DEACTIVATED",
  "DELINQUENT",
  "REJECTED",
  "SETUP",
  "SETUP_COMPLETE",
] as const;

/** Contracts are asked for in each of these; in the order of a contract's life, so that a later status wins. */
export const ASKED_CONTRACTS = ["PENDING", "UPCOMING", "ACTIVE", "EXPIRED"] as const;
/** Partner v16 names it beside the others; a closing treats it as one that ran out. */
export const ENDED_CONTRACT = "TERMINATED";
export const CONTRACT_STATUSES: readonly ContractItem["status"][] = [...ASKED_CONTRACTS, "DECLINED"];
export const ACTION_STATES: readonly ActionItem["state"][] = ["PENDING", "APPROVED", "REVERSED"];
export const INVOICE_STATUSES: readonly InvoiceItem["status"][] = ["PENDING", "PAID", "OVERDUE"];
export const CATALOG_STATUSES: readonly CatalogItem["status"][] = [
  "ACTIVE",
  "PENDING",
  "CLOSED",
  "DEACTIVATED",
];
export const PAYMENT_METHODS = ["BANK_TRANSFER", "PAYPAL"] as const;
export const PAYMENT_SCHEDULES = ["BALANCE_THRESHOLD", "FIXED_DAY"] as const;
export const ADVERTISER_STATES = ["ACTIVE", "DELINQUENT"] as const;

const oneOf = (known: readonly string[]) => (value: string) => known.includes(value);

/** Where in an answer a value comes from a list impact.com may add to, and which ones the app knows. */
export const KNOWN_VALUES: Record<ImpactResource, Record<string, (value: string) => boolean>> = {
  CompanyInformation: { Timezone: (value) => ianaTimeZone(value) !== null },
  Campaigns: { "Campaigns[].State": oneOf(PROGRAM_STATES) },
  Contracts: { "Contracts[].Status": oneOf([...CONTRACT_STATUSES, ENDED_CONTRACT]) },
  Actions: { "Actions[].State": oneOf(ACTION_STATES) },
  ActionUpdates: {},
  Invoices: { "Invoices[].LineItems[].Status": oneOf(INVOICE_STATUSES) },
  Catalogs: { "Catalogs[].Status": oneOf(CATALOG_STATUSES) },
  WithdrawalSettings: {
    PaymentMethod: oneOf(PAYMENT_METHODS),
    PaymentSchedulingType: oneOf(PAYMENT_SCHEDULES),
  },
  // The document shows the list bare; one under its name is read as well.
  Advertisers: { "[].State": oneOf(ADVERTISER_STATES), "Advertisers[].State": oneOf(ADVERTISER_STATES) },
};
