import type { Day } from "../day.ts";
import type { Currency } from "../money/currency.ts";
import type { KnownActions } from "./action-summary.ts";

export const KINDS = ["brand", "partner"] as const;
export const EDITIONS = ["starter", "starter-agency", "essentials"] as const;
export const ACTION_STATES = ["PENDING", "APPROVED", "REVERSED"] as const;
export const CONTRACT_STATUSES = ["ACTIVE", "UPCOMING", "PENDING", "DECLINED", "EXPIRED"] as const;
export const INVOICE_STATUSES = ["PENDING", "OVERDUE", "PAID"] as const;
export const CATALOG_STATUSES = ["ACTIVE", "PENDING", "CLOSED", "DEACTIVATED"] as const;

export type Kind = (typeof KINDS)[number];
export type Edition = (typeof EDITIONS)[number];

/** One tracked conversion; `amount` is revenue and `payout` the commission, both in minor units. */
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
};

export type Contract = {
  id: string;
  partner: string;
  status: (typeof CONTRACT_STATUSES)[number];
  endsOn: Day | null;
};

/** A partner invoice; `total` in minor units. */
export type Invoice = {
  id: string;
  dueOn: Day;
  total: number;
  status: (typeof INVOICE_STATUSES)[number];
  paidOn: Day | null;
};

export type Catalog = { id: string; name: string; status: (typeof CATALOG_STATUSES)[number] };

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
};

/** With every action, as an account's file has them. */
export type WholeAccount = AccountFacts & { actions: readonly Action[] | null };

/** With every action or with what the figures of one day need of them; null = not known. */
export type Account = AccountFacts & { actions: KnownActions | null };
