import type { Temporal } from "temporal-polyfill";
import type { AccountKind } from "#app/domain/index.ts";
import type { AccountKey, ActionStore, LeaseStore, SyncStore } from "./actions.ts";
import type {
  ChoiceStore,
  DeletionStore,
  ErasureDueStore,
  PruneLimits,
  ShopIndex,
  SuppressionStore,
} from "./after-uninstall.ts";
import type { SchemaDriftStore, StuckStore } from "./alarm.ts";
import type { CallBudgetStore } from "./call-budget.ts";
import type { ClosingStore, TicketStore } from "./closing-requests.ts";
import type { DraftStore } from "./drafts.ts";
import type { ExitCodeStore } from "./exit-codes.ts";
import type { ExportStore, InvoiceFileStore } from "./exports.ts";
import type { ImpactResource, ReadFailure } from "./impact.ts";
import type { MailStore } from "./mail-store.ts";
import type { OutboundEventStore } from "./outbound-events.ts";
import type { Job } from "./queue.ts";
import type { RequestCheckStore } from "./request-checks.ts";
import type { SetAsideStore } from "./set-aside.ts";
import type { StaffNameStore, StoreEventStore } from "./store-history.ts";
import type { ChargeSnapshotStore, TaskWatchStore } from "./watch.ts";
import type { WebhookRow, WebhookStore } from "./webhooks.ts";

/** Contact and locale facts recorded while the app is installed (experience.md 2.8). */
export type ShopRow = {
  shop: string;
  shopifyId: string | null;
  name: string;
  contactEmail: string | null;
  locale: string;
  timeZone: string;
  currency: string;
  installedAt: Temporal.Instant;
  uninstalledAt: Temporal.Instant | null;
  /** Last time a session token proved the app installed; an uninstall triggered before it is old news. */
  lastSeenAt: Temporal.Instant;
  mailStoppedAt: Temporal.Instant | null;
};

export interface ShopStore {
  find(shop: string): Promise<ShopRow | null>;
  save(row: ShopRow): Promise<void>;
}

export type ConnectionRow = {
  shop: string;
  accountSid: string;
  /** Whose account the credentials turned out to be. */
  kind: AccountKind;
  /** Null once the token was destroyed; the account id stays for the closing request. */
  sealedToken: string | null;
  connectedAt: Temporal.Instant;
  connectedBy: string;
};

export interface ConnectionStore {
  find(shop: string): Promise<ConnectionRow | null>;
  save(row: ConnectionRow): Promise<void>;
  /** Whether this account is the shop's; until the transaction ends no other takes its place. */
  hold(key: AccountKey): Promise<boolean>;
  /** Destroys the token and keeps which account it was. */
  destroyToken(shop: string): Promise<void>;
  /** Removes the connection and every action, sum and reading kept under it. */
  remove(shop: string): Promise<void>;
}

/** A fact as the merchant told it: value, when and by whom. */
export type StatedFactRow = { name: string; value: unknown; statedAt: Temporal.Instant; statedBy: string };

export interface StatedFactStore {
  all(shop: string): Promise<StatedFactRow[]>;
  save(shop: string, facts: StatedFactRow[]): Promise<void>;
  /** Forgets everything that was told. */
  removeAll(shop: string): Promise<void>;
}

/** Last known body of one resource, when it was seen, and why the last attempt failed (null when it did not). */
export type SnapshotRow = {
  resource: ImpactResource;
  body: unknown;
  checkedAt: Temporal.Instant | null;
  triedAt: Temporal.Instant;
  failure: ReadFailure | null;
};

export interface SnapshotStore {
  all(shop: string): Promise<SnapshotRow[]>;
  /** Records a reading. Without a failure the body is the new last known one. */
  saveRead(shop: string, resource: ImpactResource, body: unknown, at: Temporal.Instant): Promise<void>;
  /** Records a failed attempt and keeps the last known body. */
  saveFailure(
    shop: string,
    resource: ImpactResource,
    failure: ReadFailure,
    at: Temporal.Instant,
  ): Promise<void>;
  /** What was seen when, newest first: evidence for every fact that is shown as checked. */
  history(shop: string, resource: ImpactResource): Promise<SightingRow[]>;
  removeAll(shop: string): Promise<void>;
}

/** One distinct content of a resource and the first and last time it was read so. */
export type SightingRow = {
  resource: ImpactResource;
  body: unknown;
  firstSeenAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
};

export type LinkRow = {
  idHash: string;
  shop: string;
  purpose: "finish" | "stop-mail";
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  revokedAt: Temporal.Instant | null;
};

export interface LinkStore {
  add(row: LinkRow): Promise<void>;
  find(idHash: string): Promise<LinkRow | null>;
  revokeAll(shop: string, at: Temporal.Instant): Promise<void>;
}

/** Shopify sessions of a shop: whether a live one exists, and their removal at uninstall. */
export interface SessionIndex {
  removeAll(shop: string): Promise<void>;
}

export interface Erasure {
  /** Removes every row of a shop, for good, and says how many of each table there were. */
  eraseShop(shop: string): Promise<Record<string, number>>;
  /** Removes what shops leave behind in passing, once it is older than its time (docs/retention.md). */
  prune(limits: PruneLimits): Promise<void>;
}

/** All stores on one connection. Inside `transact` they share one transaction with the queue. */
export interface Stores {
  shops: ShopStore;
  connections: ConnectionStore;
  statedFacts: StatedFactStore;
  snapshots: SnapshotStore;
  actions: ActionStore;
  setAside: SetAsideStore;
  syncs: SyncStore;
  leases: LeaseStore;
  callBudgets: CallBudgetStore;
  closingRequests: ClosingStore;
  tickets: TicketStore;
  requestChecks: RequestCheckStore;
  outboundEvents: OutboundEventStore;
  mails: MailStore;
  exports: ExportStore;
  invoiceFiles: InvoiceFileStore;
  webhooks: WebhookStore;
  links: LinkStore;
  exitCodes: ExitCodeStore;
  sessions: SessionIndex;
  erasure: Erasure;
  choices: ChoiceStore;
  suppressions: SuppressionStore;
  erasuresDue: ErasureDueStore;
  deletions: DeletionStore;
  shopIndex: ShopIndex;
  drafts: DraftStore;
  taskWatches: TaskWatchStore;
  chargeSnapshots: ChargeSnapshotStore;
  stuck: StuckStore;
  schemaDrifts: SchemaDriftStore;
  storeEvents: StoreEventStore;
  staffNames: StaffNameStore;
}

/** What a transaction can do: write rows and enqueue jobs, all or nothing. */
export interface Work extends Stores {
  enqueue(job: Job, options?: { afterSeconds: number }): Promise<void>;
}

export interface Database extends Stores {
  /** Runs `run` in one transaction. Use only the given stores inside: another connection would wait for it. */
  transact<T>(run: (work: Work) => Promise<T>): Promise<T>;
  /** Stores a delivery of Shopify's and enqueues its job in one commit; false when it is known already. */
  keepWebhook(row: WebhookRow): Promise<boolean>;
  /** Frees what thousands of replaced rows took and counts them anew: after a reading of everything. */
  tidy(): Promise<void>;
}
