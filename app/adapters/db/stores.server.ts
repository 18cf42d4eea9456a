import type { Database, Job, Stores } from "#app/ports/index.ts";
import {
  createChoiceStore,
  createDeletionStore,
  createErasureDueStore,
  createSuppressionStore,
} from "./after-uninstall-stores.server.ts";
import type { Db } from "./client.server.ts";
import { createClosingStore } from "./closing-store.server.ts";
import { createConnectionStore } from "./connection-store.server.ts";
import { createErasure } from "./erasure.server.ts";
import type { PrismaClient } from "./generated/client.ts";
import { createLinkStore } from "./link-store.server.ts";
import { createMailStore } from "./mail-store.server.ts";
import { createSessionIndex } from "./session-storage.server.ts";
import { createShopIndex } from "./shop-index.server.ts";
import { createShopStore } from "./shop-store.server.ts";
import { createSnapshotStore } from "./snapshot-store.server.ts";
import { createStatedFactStore } from "./stated-fact-store.server.ts";
import { createWebhookStore } from "./webhook-store.server.ts";

const createStores = (db: Db): Stores => ({
  shops: createShopStore(db),
  connections: createConnectionStore(db),
  statedFacts: createStatedFactStore(db),
  snapshots: createSnapshotStore(db),
  closings: createClosingStore(db),
  mails: createMailStore(db),
  webhooks: createWebhookStore(db),
  links: createLinkStore(db),
  sessions: createSessionIndex(db),
  erasure: createErasure(db),
  choices: createChoiceStore(db),
  suppressions: createSuppressionStore(db),
  erasuresDue: createErasureDueStore(db),
  deletions: createDeletionStore(db),
  shopIndex: createShopIndex(db),
});

/** `enqueue` writes the job through the transaction it is given, so that job and rows commit together. */
export function createDatabase(
  prisma: PrismaClient,
  enqueue: (job: Job, transaction: Db) => Promise<void>,
): Database {
  return {
    ...createStores(prisma),
    transact: (run) =>
      prisma.$transaction((tx) => run({ ...createStores(tx), enqueue: (job) => enqueue(job, tx) })),
  };
}
