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
    async save(incoming) {
      const data = {
        ...incoming,
        installedAt: toDate(incoming.installedAt),
        uninstalledAt: toDateOrNull(incoming.uninstalledAt),
        lastSeenAt: toDate(incoming.lastSeenAt),
        mailStoppedAt: toDateOrNull(incoming.mailStoppedAt),
      };
      await db.shop.upsert({ where: { shop: incoming.shop }, create: data, update: data });
    },
  };
}
