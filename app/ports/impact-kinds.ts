import type { AccountKind } from "#app/domain/index.ts";
import type {
  ActionSlice,
  Company,
  ContractItem,
  FetchResult,
  ImpactCredentials,
  ImpactResource,
  ListedAction,
  ListedInvoice,
  Reversal,
  TakePage,
} from "./impact.ts";

/** The read scopes each kind needs, and no more. */
export const SCOPES = {
  brand: ["CompanyInformation", "Campaigns", "Contracts", "Actions", "ActionUpdates", "Invoices", "Catalogs"],
  partner: ["CompanyInformation", "Contracts", "Actions", "ActionUpdates", "Invoices", "WithdrawalSettings"],
  agency: ["CompanyInformation", "Advertisers"],
} as const satisfies Record<AccountKind, readonly ImpactResource[]>;

/** A partner's actions can be asked for without naming a program; a slice with this id does. */
export const ALL_PROGRAMS = "*";

/** A partner's contract. The API gives the brand's program by its id only. */
export type PartnerContract = Pick<ContractItem, "id" | "status" | "endsOn"> & {
  programId: string;
  startsOn: string | null;
};

/**
 * How and when a partner is paid (domain.md 5.2); bank data is never read. `threshold` is the balance that triggers a
 * payout, `day` the day of the month; both null where impact.com leaves them empty.
 */
export type WithdrawalSettings = {
  method: "BANK_TRANSFER" | "PAYPAL" | "unknown";
  schedule: "BALANCE_THRESHOLD" | "FIXED_DAY" | "unknown";
  threshold: string | null;
  day: string | null;
};

/** The Partner API v16, read only. A partner's balance is in no answer of it (domain.md 6.5). */
export interface PartnerApi {
  readCompany(credentials: ImpactCredentials): Promise<FetchResult<Company>>;
  readContracts(credentials: ImpactCredentials): Promise<FetchResult<PartnerContract[]>>;
  /** The items' `partner` is the other side: the brand's program. */
  readActionPages(
    credentials: ImpactCredentials,
    slice: ActionSlice,
    take: TakePage<ListedAction>,
  ): Promise<FetchResult<null>>;
  readReversalPages(
    credentials: ImpactCredentials,
    slice: ActionSlice,
    take: TakePage<Reversal>,
  ): Promise<FetchResult<null>>;
  readInvoices(credentials: ImpactCredentials): Promise<FetchResult<ListedInvoice[]>>;
  /** The whole PDF of one invoice. */
  readInvoicePdf(credentials: ImpactCredentials, invoiceId: string): Promise<FetchResult<Uint8Array>>;
  /** `settings` is null when impact.com says that none are set. */
  readWithdrawalSettings(
    credentials: ImpactCredentials,
  ): Promise<FetchResult<{ settings: WithdrawalSettings | null }>>;
}

/** A brand's account an agency manages. Its `RestAccountURL` holds a live token and is never read. */
export type Advertiser = {
  id: string;
  name: string;
  state: "ACTIVE" | "DELINQUENT" | "unknown";
  currency: string | null;
  /** IANA name as impact.com gives it. */
  timeZone: string | null;
  /** Day of sign-up, which no other API says. */
  createdOn: string | null;
};

/** The Agency API v3, read only. */
export interface AgencyApi {
  readCompany(credentials: ImpactCredentials): Promise<FetchResult<Company>>;
  readAdvertisers(credentials: ImpactCredentials): Promise<FetchResult<Advertiser[]>>;
}
