import { z } from "zod";
import { ACCOUNT_KINDS, type ConnectionStore } from "#app/ports/index.ts";
import { createActionStore } from "./action-store.server.ts";
import type { Db } from "./client.server.ts";
import { createExportStore } from "./export-store.server.ts";
import { createInvoiceFileStore } from "./invoice-file-store.server.ts";
import { createSetAsideStore } from "./set-aside-store.server.ts";
import { createSyncStore } from "./sync-store.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const kind = z.enum(ACCOUNT_KINDS);

export function createConnectionStore(db: Db): ConnectionStore {
  return {
    async find(shop) {
      const row = await db.connection.findUnique({ where: { shop } });
      return row && { ...row, kind: kind.parse(row.kind), connectedAt: toInstant(row.connectedAt) };
    },
    async save(incoming) {
      const data = { ...incoming, connectedAt: toDate(incoming.connectedAt) };
      await db.connection.upsert({ where: { shop: incoming.shop }, create: data, update: data });
    },
    async hold({ shop, accountSid }) {
      const held = await db.$queryRaw<unknown[]>`
        SELECT 1 AS held FROM "Connection" WHERE "shop" = ${shop} AND "accountSid" = ${accountSid} FOR SHARE`;
      return held.length === 1;
    },
    async destroyToken(shop) {
      await db.connection.updateMany({ where: { shop }, data: { sealedToken: null } });
    },
    async remove(shop) {
      const known = await db.connection.findUnique({ where: { shop } });
      // First of all: it waits for a page that is being stored, whose rows would otherwise outlive the connection.
      await db.connection.deleteMany({ where: { shop } });
      await createActionStore(db).removeAll(shop);
      await createSyncStore(db).removeAll(shop);
      await createSetAsideStore(db).removeAll(shop);
      await createExportStore(db).removeAll(shop);
      await createInvoiceFileStore(db).removeAll(shop);
      if (known) await forgetUnusedAccount(db, known.accountSid);
    },
  };
}

/** The lease and the count of calls name an account and no shop: they go with the last shop that connected it. */
async function forgetUnusedAccount(db: Db, accountSid: string): Promise<void> {
  if ((await db.connection.count({ where: { accountSid } })) > 0) return;
  await db.accountLease.deleteMany({ where: { accountSid } });
  await db.callBudget.deleteMany({ where: { accountSid } });
}
