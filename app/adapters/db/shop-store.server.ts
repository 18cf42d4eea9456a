import type { ShopStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

export function createShopStore(db: Db): ShopStore {
  return {
    async find(shop) {
      const row = await db.shop.findUnique({ where: { shop } });
      if (!row) return null;
      const { tendedAt: _round, ...rest } = row;
      return {
        ...rest,
        installedAt: toInstant(row.installedAt),
        uninstalledAt: toInstantOrNull(row.uninstalledAt),
        lastSeenAt: toInstant(row.lastSeenAt),
        mailStoppedAt: toInstantOrNull(row.mailStoppedAt),
      };
    },
    async save(record) {
      const data = {
        ...record,
        installedAt: toDate(record.installedAt),
        uninstalledAt: toDateOrNull(record.uninstalledAt),
        lastSeenAt: toDate(record.lastSeenAt),
        mailStoppedAt: toDateOrNull(record.mailStoppedAt),
      };
      await db.shop.upsert({ where: { shop: record.shop }, create: data, update: data });
    },
  };
}
