import type { Temporal } from "temporal-polyfill";
import type { Action, ActionGroup, DailyTotals, Day, DayChange } from "#app/domain/index.ts";
import type { ActionSlice } from "./impact.ts";

/** Rows of one shop's connected account: a shop that connects another account sees nothing of the first. */
export type AccountKey = { shop: string; accountSid: string };

export type StoredAction = Action & { programId: string };

/** "first" brings everything, "update" what may have moved since, "full" everything again to find what was missed. */
export type SyncKind = "first" | "update" | "full";

export type SyncStateRow = {
  /** Counts the readings of this account; rows carry the last one that saw them. */
  run: number;
  kind: SyncKind;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  /** Currency of the stored amounts. */
  currency: string;
  /** Start of the last complete reading, and of the last complete one that read everything. */
  completedAt: Temporal.Instant | null;
  fullAt: Temporal.Instant | null;
};

export type SyncWindowRow = ActionSlice & { position: number };

export type SyncProgress = { done: number; planned: number };

export type OpenQuery = {
  kind: "pending" | "to-pay";
  search: string;
  offset: number;
  limit: number;
};

/** Actions of an account and what they add up to. Use inside `transact`, so that both move together. */
export interface ActionStore {
  byId(key: AccountKey, ids: string[]): Promise<StoredAction[]>;
  /** Writes the rows and marks them as seen by `run`. */
  put(key: AccountKey, actions: StoredAction[], run: number): Promise<void>;
  /** Rows with a higher id than `after`, ordered by id; the first page comes after "". */
  page(key: AccountKey, after: string, limit: number): Promise<StoredAction[]>;
  /** Every row, ordered by id. */
  all(key: AccountKey): Promise<Action[]>;
  /**
   * What one day's figures need of the rows: how many were tracked and reversed by then (kept numbers, see
   * `addToTotals`), those that are still open in groups (tracked by `on`, neither reversed nor paid to the partner by
   * then), and those tracked or reversed after it. `named` is how many of a group are known one by one, the lowest ids;
   * as many as any list names unless told.
   */
  currentActions(
    key: AccountKey,
    on: Day,
    named?: number,
  ): Promise<{ tracked: number; reversed: number; open: ActionGroup[]; later: Action[] }>;
  /**
   * Open actions of one kind, the last lock first and those without a locking date before all; with how many there are.
   * "to-pay" has locked and is not paid to the partner. `search` is looked for in id, partner and program.
   */
  openPage(key: AccountKey, on: Day, query: OpenQuery): Promise<{ rows: Action[]; count: number }>;
  /** `all` is a kept number, see `addToTotals`. */
  counts(key: AccountKey): Promise<{ all: number; pending: number }>;
  /** Rows not locked yet, reduced to the span of their days; null when none is pending. */
  pendingSpan(
    key: AccountKey,
  ): Promise<{ firstTracked: Temporal.PlainDate; lastLock: Temporal.PlainDate | null } | null>;
  /** Up to `limit` rows that no run since `run` has seen. */
  unseenSince(key: AccountKey, run: number, limit: number): Promise<StoredAction[]>;
  remove(key: AccountKey, ids: string[]): Promise<void>;
  /** Names of partners by their id. */
  partnerNames(key: AccountKey): Promise<ReadonlyMap<string, string>>;
  putPartnerNames(key: AccountKey, names: ReadonlyMap<string, string>): Promise<void>;
  totals(key: AccountKey): Promise<DailyTotals>;
  /** Adds signed sums to the totals of their days, and signed numbers to how many actions there are. */
  addToTotals(key: AccountKey, change: readonly DayChange[]): Promise<void>;
  removeAll(shop: string): Promise<void>;
}

/** Tells a run from one that was thrown away: a store read anew counts its runs from one again. */
export type RunId = Pick<SyncStateRow, "run" | "startedAt">;

/** The plan of a reading and how far it came. */
export interface SyncStore {
  find(key: AccountKey): Promise<SyncStateRow | null>;
  /** Writes the state and, with `windows`, the plan of its run in place of any earlier one. */
  save(key: AccountKey, state: SyncStateRow, windows?: ActionSlice[]): Promise<void>;
  progress(key: AccountKey, run: number): Promise<SyncProgress>;
  /** The windows of a run that are not done, in the order of its plan. */
  openWindows(key: AccountKey, run: number): Promise<SyncWindowRow[]>;
  markDone(key: AccountKey, run: number, positions: readonly number[], at: Temporal.Instant): Promise<void>;
  removeAll(shop: string): Promise<void>;
}

/**
 * One reader per account at a time, whichever process or shop it works for. Runs on the database's clock, because
 * instances may disagree about the time.
 */
export interface LeaseStore {
  /** Takes or prolongs the lease; false while somebody else holds it. */
  hold(accountSid: string, owner: string, seconds: number): Promise<boolean>;
  /**
   * The same inside the transaction that stores for a run, in one statement; false as well when the run is not the
   * shop's any more or its token is gone. Until the transaction ends nobody can disconnect the account.
   */
  holdForRun(key: AccountKey, run: RunId, owner: string, seconds: number): Promise<boolean>;
  release(accountSid: string, owner: string): Promise<void>;
}
