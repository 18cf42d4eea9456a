import type { Temporal } from "temporal-polyfill";
import type { AddressTrouble } from "#app/domain/index.ts";

/**
 * What a merchant may choose for the time after an uninstall, neither of which is chosen unless somebody ticked it, and that
 * Home no longer asks for the key facts.
 */
export const CHOICE_NAMES = ["remind-before-fees", "keep-watching", "setup-guide-away"] as const;
export type ChoiceName = (typeof CHOICE_NAMES)[number];

export type ChoiceRow = {
  name: ChoiceName;
  granted: boolean;
  decidedAt: Temporal.Instant;
  decidedBy: string;
};

export interface ChoiceStore {
  all(shop: string): Promise<ChoiceRow[]>;
  save(shop: string, choices: ChoiceRow[]): Promise<void>;
}

/** What is known against addresses, by their keyed hash; an address nothing is known against has NO_TROUBLE. */
export interface SuppressionStore {
  find(addressMac: string): Promise<AddressTrouble>;
  /** Takes the place of what was known. */
  save(addressMac: string, trouble: AddressTrouble): Promise<void>;
  /** What is kept under one of these hashes is kept under that one from now on. */
  rekey(from: string[], to: string): Promise<void>;
}

export type ErasureCause = "shop-redact" | "merchant-asked" | "nothing-left-to-do";
export type ErasureDueRow = { shop: string; cause: ErasureCause; askedAt: Temporal.Instant };

/** Stores that are to be erased once nothing keeps their data. A second order changes nothing. */
export interface ErasureDueStore {
  find(shop: string): Promise<ErasureDueRow | null>;
  add(row: ErasureDueRow): Promise<void>;
  remove(shop: string): Promise<void>;
}

export type DeletionRecord = {
  id: string;
  shopMac: string;
  cause: ErasureCause;
  /** Rows erased, by table. */
  erased: Record<string, number>;
  erasedAt: Temporal.Instant;
};

export interface DeletionStore {
  add(row: DeletionRecord): Promise<void>;
  ofShop(shopMac: string): Promise<DeletionRecord[]>;
  /** As with suppressions. */
  rekey(from: string[], to: string): Promise<void>;
}

/** A store whose night is due. `nightAt` is null before a round first gave it one. */
export type DueNight = {
  shop: string;
  timeZone: string;
  nightAt: Temporal.Instant | null;
  /** Whether it holds a token of impact.com. */
  connected: boolean;
};

/** Lists of stores for the regular rounds, in pages of `limit` in the order of their domains after `after`. */
export interface ShopIndex {
  installed(after: string, limit: number): Promise<string[]>;
  left(after: string, limit: number): Promise<string[]>;
  countLeft(): Promise<number>;
  /** Installed stores whose night begins by then, the longest due first; those that never had one before all others. */
  dueNights(until: Temporal.Instant, limit: number): Promise<DueNight[]>;
  /** How many installed stores' nights were due by then. */
  countNights(until: Temporal.Instant): Promise<number>;
  /** Gives each its next night, unless another round did since it was seen; the stores that were given one. */
  setNights(nights: (Pick<DueNight, "shop" | "nightAt"> & { next: Temporal.Instant })[]): Promise<string[]>;
  /** Notes when a shop that left was looked after last. */
  markTended(shop: string, at: Temporal.Instant): Promise<void>;
  /** Whether another store with the app installed has the same impact.com account; says nothing about which. */
  accountUsedElsewhere(shop: string): Promise<boolean>;
}

/** What is older than these goes (docs/retention.md). */
export type PruneLimits = {
  handledBefore: Temporal.Instant;
  linksEndedBefore: Temporal.Instant;
  codesEndedBefore: Temporal.Instant;
  /** Hours of an account's calls that are over. */
  callHoursEndedBefore: Temporal.Instant;
  recordsBefore: Temporal.Instant;
  /** Suppressions of an address that ended, and failures that came alone. */
  softFailuresBefore: Temporal.Instant;
  /** Drafts and task marks of a closing nobody went on with. */
  closingStateBefore: Temporal.Instant;
  /** Events for automations that were sent or dropped. */
  eventsBefore: Temporal.Instant;
  /** Alert mails to the operator, and schemaDrifts not seen since. */
  alertsBefore: Temporal.Instant;
  /** Last mails to shops that were erased and that no provider took. */
  lastMailsBefore: Temporal.Instant;
};
