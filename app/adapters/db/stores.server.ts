import type { Database, Job, Stores } from "#app/ports/index.ts";
import { createActionStore } from "./action-store.server.ts";
import {
  createChoiceStore,
  createDeletionStore,
  createErasureDueStore,
  createSuppressionStore,
} from "./after-uninstall-stores.server.ts";
import { createCallBudgetStore } from "./call-budget-store.server.ts";
import type { Db, StatementRunner } from "./client.server.ts";
import { createClosingStore } from "./closing-request-store.server.ts";
import { createConnectionStore } from "./connection-store.server.ts";
import type { OpenDatabase } from "./database-kind.server.ts";
import { createDraftStore } from "./draft-stores.server.ts";
import { createErasure } from "./erasure.server.ts";
import { createExitCodeStore } from "./exit-code-store.server.ts";
import { createExportStore } from "./export-store.server.ts";
import { createInvoiceFileStore } from "./invoice-file-store.server.ts";
import { createLinkStore } from "./link-store.server.ts";
import { createMailStore } from "./mail-store.server.ts";
import { createOutboundEventStore } from "./outbound-event-store.server.ts";
import { createRequestCheckStore } from "./request-check-store.server.ts";
import { createSchemaDriftStore } from "./schema-drift-store.server.ts";
import { createSessionIndex } from "./session-storage.server.ts";
import { createSetAsideStore } from "./set-aside-store.server.ts";
import { createShopIndex } from "./shop-index.server.ts";
import { createShopStore } from "./shop-store.server.ts";
import { createSnapshotStore } from "./snapshot-store.server.ts";
import { createStatedFactStore } from "./stated-fact-store.server.ts";
import { createStaffNameStore, createStoreEventStore } from "./store-history.server.ts";
import { createStuckStore } from "./stuck-store.server.ts";
import { createLeaseStore, createSyncStore } from "./sync-store.server.ts";
import { createTicketStore } from "./ticket-store.server.ts";
import { createChargeSnapshotStore, createTaskWatchStore } from "./watch-stores.server.ts";
import { createWebhookInbox } from "./webhook-inbox.server.ts";
import { createWebhookStore } from "./webhook-store.server.ts";

const createStores = (db: Db): Stores => ({
  shops: createShopStore(db),
  connections: createConnectionStore(db),
  statedFacts: createStatedFactStore(db),
  snapshots: createSnapshotStore(db),
  actions: createActionStore(db),
  setAside: createSetAsideStore(db),
  syncs: createSyncStore(db),
  leases: createLeaseStore(db),
  callBudgets: createCallBudgetStore(db),
  closingRequests: createClosingStore(db),
  tickets: createTicketStore(db),
  requestChecks: createRequestCheckStore(db),
  outboundEvents: createOutboundEventStore(db),
  mails: createMailStore(db),
  exports: createExportStore(db),
  invoiceFiles: createInvoiceFileStore(db),
  webhooks: createWebhookStore(db),
  links: createLinkStore(db),
  exitCodes: createExitCodeStore(db),
  sessions: createSessionIndex(db),
  erasure: createErasure(db),
  choices: createChoiceStore(db),
  suppressions: createSuppressionStore(db),
  erasuresDue: createErasureDueStore(db),
  deletions: createDeletionStore(db),
  shopIndex: createShopIndex(db),
  drafts: createDraftStore(db),
  taskWatches: createTaskWatchStore(db),
  chargeSnapshots: createChargeSnapshotStore(db),
  stuck: createStuckStore(db),
  schemaDrifts: createSchemaDriftStore(db),
  storeEvents: createStoreEventStore(db),
  staffNames: createStaffNameStore(db),
});

/** Milliseconds. The embedded database runs one transaction after another, so the last of many waits its turn. */
const PATIENCE = { maxWait: 15_000, timeout: 30_000 };

/** `enqueue` writes the job through the transaction it is given, so that job and rows commit together. */
export function createDatabase(
  { prisma, kind, query }: Pick<OpenDatabase, "prisma" | "kind" | "query">,
  enqueue: (job: Job, transaction: StatementRunner, options?: { afterSeconds: number }) => Promise<void>,
): Database {
  return {
    ...createStores(prisma),
    keepWebhook: createWebhookInbox(query, enqueue),
    async tidy() {
      // PostgreSQL frees by itself within a minute; in the embedded one nothing runs beside our own statements. What the
      // tables hold is counted at once in both: until then PostgreSQL takes them for empty, and plans that way.
      if (kind === "embedded") await prisma.$executeRaw`VACUUM (ANALYZE) "Action", "DailyTotal"`;
      // A tenth of the usual sample tells full from empty, in a tenth of the two seconds; the rest follows within a minute.
      else
        await prisma.$transaction([
          prisma.$executeRaw`SET LOCAL default_statistics_target = 10`,
          prisma.$executeRaw`ANALYZE "Action", "DailyTotal"`,
        ]);
    },
    transact: (run) =>
      prisma.$transaction(
        (tx) => run({ ...createStores(tx), enqueue: (job, options) => enqueue(job, tx, options) }),
        PATIENCE,
      ),
  };
}
