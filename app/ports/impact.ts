import type { Temporal } from "temporal-polyfill";
import type { AccountFileJson, RowProblem } from "#app/domain/index.ts";
import type { AgencyApi, PartnerApi } from "./impact-kinds.ts";

/** What the merchant typed to connect: HTTP Basic user and password (domain.md 6.1). Never logged. */
export type ImpactCredentials = {
  accountSid: string;
  authToken: string;
  /** True for reads nobody waits for: they leave part of the hour's calls to those somebody waits for. */
  inBackground?: boolean;
  /** The account's zone (IANA), in which a moment written in UTC is a day; without it the day is UTC's. */
  timeZone?: string;
};

/** The API categories the app reads, named as impact.com names its read scopes. */
export const IMPACT_RESOURCES = [
  "CompanyInformation",
  "Campaigns",
  "Contracts",
  "Actions",
  "ActionUpdates",
  "Invoices",
  "Catalogs",
  "WithdrawalSettings",
  "Advertisers",
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
  | { outcome: "unexpected-answer"; resource: ImpactResource; field: string }
  /** Amounts in a currency impact.com charges no card in, or in another one than the account's. */
  | { outcome: "unsupported-currency"; currency: string }
  | { outcome: "mixed-currencies"; expected: string; found: string };

/**
 * A row of a list that could not be read. It hides no other row: it is kept beside them, counted, and whatever rests on
 * the list is then "at least". `row` holds the fields Settled reads, as JSON, cut to a length; no others leave the adapter.
 */
export type SetAside = {
  /** impact.com's id of it; null where it has none. */
  id: string | null;
  /** Where it stops making sense, as "LineItems[].DueDate". */
  field: string;
  problem: RowProblem;
  row: string;
};

/** `aside` are rows of the list that could not be read; the others are in `value`. */
export type FetchResult<T> = { outcome: "read"; value: T; aside?: readonly SetAside[] } | ReadFailure;

/** `timeZone` is an IANA name, or null when impact.com's display string is one we do not know. */
export type Company = { name: string; currency: string; timeZone: string | null };

/** `state` as the API says it, or "unknown" for a value we have never seen. */
export type Program = { id: string; name: string; state: string };

export type ContractItem = NonNullable<AccountFileJson["contracts"]>[number];
export type ActionItem = NonNullable<AccountFileJson["actions"]>[number];
export type InvoiceItem = NonNullable<AccountFileJson["invoices"]>[number];
/** An invoice as listed, with the currency of its amount; null where impact.com names none. */
export type ListedInvoice = { item: InvoiceItem; currency: string | null };
export type CatalogItem = NonNullable<AccountFileJson["catalogs"]>[number];

/** An action as listed, with what the account file does not hold: ids, and the currency of its amounts. */
export type ListedAction = { item: ActionItem; programId: string; partnerId: string; currency: string };

/** Half-open span of plain dates in the account's zone. */
export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** The API refuses longer windows of actions (domain.md 6.3; for locking dates see gap G31). */
export const MAX_WINDOW_DAYS = 45;

/**
 * One piece of the action lists, at most MAX_WINDOW_DAYS days of UTC (domain.md 6.3): actions by the day they were tracked, last updated
 * or locked, or the reversals among the updates of actions, by the day of the update or of the action.
 */
export const ACTION_LISTS = [
  "tracked",
  "updated",
  "locking",
  "reversals-of-tracked",
  "reversals-updated",
] as const;
export type ActionList = (typeof ACTION_LISTS)[number];
export type ActionSlice = { list: ActionList; programId: string; window: Span };

export type Reversal = { actionId: string; reversedOn: string };

/**
 * Takes one page, and the rows of it that could not be read; the next one is asked for when it is done, so that memory
 * holds one page and no more.
 */
export type TakePage<Row> = (rows: Row[], aside?: readonly SetAside[]) => Promise<void>;

/**
 * Reads a brand's account, and through `partner` and `agency` the other two kinds; every method reads a fact, naming each row that could not be read, or says why not. Of a paged list
 * some pages may have been taken when the reading fails: only "read" says that the whole was seen.
 */
export interface ImpactApi {
  readCompany(credentials: ImpactCredentials): Promise<FetchResult<Company>>;
  readPrograms(credentials: ImpactCredentials): Promise<FetchResult<Program[]>>;
  /** All statuses (ACTIVE, UPCOMING, PENDING, EXPIRED) of all programs. */
  readContracts(credentials: ImpactCredentials, programs: Program[]): Promise<FetchResult<ContractItem[]>>;
  /** A list of actions; one that changes while it is read is read again, so a row may be taken twice. */
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
  readCatalogs(credentials: ImpactCredentials): Promise<FetchResult<CatalogItem[]>>;
  readonly partner: PartnerApi;
  readonly agency: AgencyApi;
  /** The whole PDF of one partner invoice. */
  readInvoicePdf(credentials: ImpactCredentials, invoiceId: string): Promise<FetchResult<Uint8Array>>;
}
