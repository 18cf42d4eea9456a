import type { Day } from "../day.ts";
import type { Currency } from "../money/currency.ts";
import type { DailyTotals } from "./daily-totals.ts";

/** Whose account it is: a brand's, a partner's or an agency's. Each has an API of its own (domain.md 6.1). */
export const ACCOUNT_KINDS = ["brand", "partner", "agency"] as const;
export const EDITIONS = ["starter", "starter-agency", "essentials"] as const;
export const ACTION_STATES = ["PENDING", "APPROVED", "REVERSED"] as const;
export const CONTRACT_STATUSES = ["ACTIVE", "UPCOMING", "PENDING", "DECLINED", "EXPIRED"] as const;
export const INVOICE_STATUSES = ["PENDING", "OVERDUE", "PAID"] as const;
export const CATALOG_STATUSES = ["ACTIVE", "PENDING", "CLOSED", "DEACTIVATED"] as const;

export type AccountKind = (typeof ACCOUNT_KINDS)[number];
/** Those with an account file: an agency's own account neither pays a fee nor earns commissions. */
export type Kind = Exclude<AccountKind, "agency">;
export type Edition = (typeof EDITIONS)[number];

/** Why a row of impact.com's could not be read. */
export const ROW_PROBLEMS = ["missing", "not-understood", "other-currency", "contradiction"] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** The lists of an account that come row by row. */
export const ROW_LISTS = ["programs", "contracts", "actions", "reversals", "invoices", "catalogs"] as const;
export type RowList = (typeof ROW_LISTS)[number];

/** A row that could not be read: where it stops making sense, and what it says there, as JSON. */
export type SetAsideRow = {
  list: RowList;
  id: string | null;
  field: string;
  problem: RowProblem;
  row: string;
};

/** How many rows of a list could not be read; a list that is not named was read whole. */
export type Unread = Partial<Record<RowList, number>>;

/**
 * One tracked conversion; `amount` is revenue and `payout` the commission, both in minor units. `finer` is there where
 * one of them is finer than that: what is beyond the minor units (money/exact.ts).
 */
export type Action = {
  id: string;
  program: string;
  partner: string;
  state: (typeof ACTION_STATES)[number];
  amount: number;
  payout: number;
  trackedOn: Day;
  locksOn: Day | null;
  reversedOn: Day | null;
  clearedOn: Day | null;
  finer?: { amount: number; payout: number };
};

/** Two programs may use one id; `program` tells their contracts apart. */
export type Contract = {
  id: string;
  program?: string | undefined;
  partner: string;
  status: (typeof CONTRACT_STATUSES)[number];
  endsOn: Day | null;
};

/** A partner invoice; `total` in minor units, below 0 for a credit note, and `finer` as with actions. */
export type Invoice = {
  id: string;
  dueOn: Day;
  total: number;
  status: (typeof INVOICE_STATUSES)[number];
  paidOn: Day | null;
  finer?: number;
};

export type Catalog = { id: string; name: string; status: (typeof CATALOG_STATUSES)[number] };

/**
 * Actions that share their state and their dates, so that on any one day every rule treats them alike. `first` are those
 * with the lowest ids, enough of them to name; the others are only counted.
 */
export type ActionGroup = {
  count: number;
  payout: number;
  /** What their payouts have beyond minor units (money/exact.ts). */
  finer?: bigint;
  first: readonly [Action, ...Action[]];
};

/**
 * What the figures of one day need of an account's actions: their sums, their numbers, and the open ones in groups. It
 * stands in for the whole list wherever no single settled action is shown, and grows with days, not with actions.
 */
export type ActionSummary = {
  /** The day it was made for; figures of another day cannot be made from it. */
  on: Day;
  /** All actions added up by day, and what of them was known on `on`. */
  totals: DailyTotals;
  known: DailyTotals;
  /** How many were tracked by `on`, and how many of those were reversed by then. */
  tracked: number;
  reversed: number;
  /** Those tracked by `on` that are neither reversed nor paid to the partner by then. */
  open: readonly ActionGroup[];
};

/** Every action, or what one day's figures need of them. */
export type KnownActions = readonly Action[] | ActionSummary;

/** Everything known about an account but its actions. A null list means "not known", which is not "empty". */
export type AccountFacts = {
  kind: Kind;
  edition: Edition;
  currency: Currency;
  /** IANA name; every day of the account is a day in this zone (G5). */
  timeZone: string;
  signedUpOn: Day;
  trialEndsOn: Day | null;
  /** The minimum fee as the merchant reads it on the Subscription page, in minor units (G2). */
  minimumFee: number | null;
  card: { everCharged: boolean | null };
  /** Balance at the start of `asOf`, before anything of that day, in minor units. */
  fundingBalance: { amount: number; asOf: Day } | null;
  contracts: readonly Contract[] | null;
  invoices: readonly Invoice[] | null;
  catalogs: readonly Catalog[] | null;
  /** Rows of those lists, and of the actions, that could not be read and are in none of them. */
  unread?: Unread;
};

/** With every action, as an account's file has them, and the rows that could not be read. */
export type WholeAccount = AccountFacts & {
  actions: readonly Action[] | null;
  setAside?: readonly SetAsideRow[];
};

/** With every action or with what the figures of one day need of them; null = not known. */
export type Account = AccountFacts & { actions: KnownActions | null };
