import type { ConnectionStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

export function createConnectionStore(db: Db): ConnectionStore {
  return {
    async find(shop) {
      const row = await db.connection.findUnique({ where: { shop } });
      return row && { ...row, connectedAt: toInstant(row.connectedAt) };
    },
    async save(record) {
      const data = { ...record, connectedAt: toDate(record.connectedAt) };
      await db.connection.upsert({ where: { shop: record.shop }, create: data, update: data });
    },
    async destroyToken(shop) {
      await db.connection.updateMany({ where: { shop }, data: { sealedToken: null } });
    },
    async remove(shop) {
      await db.connection.deleteMany({ where: { shop } });
    },
  };
}
