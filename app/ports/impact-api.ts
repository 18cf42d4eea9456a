import type { AccountKind } from "#app/domain/index.ts";
import type {
  ActionSlice,
  CatalogItem,
  Company,
  ContractItem,
  FetchResult,
  ImpactCredentials,
  ImpactResource,
  ListedAction,
  ListedInvoice,
  Program,
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

/**
 * What the Brand API v14 and the Partner API v16 both have, read only. Every method reads a fact, naming each row
 * that could not be read, or says why not. Of a paged list some pages may have been taken when the reading fails: only "read"
 * says that the whole was seen.
 */
interface ListsApi<Contract> {
  readCompany(credentials: ImpactCredentials): Promise<FetchResult<Company>>;
  /** By what contracts and actions are asked for: a brand's programs; for a partner one entry stands for all of them. */
  readPrograms(credentials: ImpactCredentials): Promise<FetchResult<Program[]>>;
  /** All statuses (ACTIVE, UPCOMING, PENDING, EXPIRED) of all programs. */
  readContracts(credentials: ImpactCredentials, programs: Program[]): Promise<FetchResult<Contract[]>>;
  /**
   * A list of actions; one that changes while it is read is read again, so a row may be taken twice. An item's `partner`
   * is the other side: for a partner the brand's program.
   */
  readActionPages(
    credentials: ImpactCredentials,
    slice: ActionSlice,
    take: TakePage<ListedAction>,
  ): Promise<FetchResult<null>>;
  /** A list of reversals: the action itself does not say when it was reversed. */
  readReversalPages(
    credentials: ImpactCredentials,
    slice: ActionSlice,
    take: TakePage<Reversal>,
  ): Promise<FetchResult<null>>;
  readInvoices(credentials: ImpactCredentials): Promise<FetchResult<ListedInvoice[]>>;
  /** The whole PDF of one invoice. */
  readInvoicePdf(credentials: ImpactCredentials, invoiceId: string): Promise<FetchResult<Uint8Array>>;
}

export interface BrandApi extends ListsApi<ContractItem> {
  readCatalogs(credentials: ImpactCredentials): Promise<FetchResult<CatalogItem[]>>;
}

/** A partner's balance is in no answer of its API (domain.md 6.5). */
export interface PartnerApi extends ListsApi<PartnerContract> {
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

/** The kinds of account that have contracts, actions and invoices of their own; an agency has its brands' only. */
export type ListsKind = Exclude<AccountKind, "agency">;

type ApiOf = { brand: BrandApi; partner: PartnerApi; agency: AgencyApi };

/** impact.com, read only, as it answers an account of a kind. */
export interface ImpactApi {
  of<Kind extends AccountKind>(kind: Kind): ApiOf[Kind];
}
