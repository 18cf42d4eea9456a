import { z } from "zod";
import { type ShopStore, STORE_STOPS } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const storeStop = z.enum(STORE_STOPS).nullable();

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
        storeStop: storeStop.parse(row.storeStop),
        storeNewsAt: toInstantOrNull(row.storeNewsAt),
      };
    },
    async save(record) {
      const data = {
        ...record,
        installedAt: toDate(record.installedAt),
        uninstalledAt: toDateOrNull(record.uninstalledAt),
        lastSeenAt: toDate(record.lastSeenAt),
        mailStoppedAt: toDateOrNull(record.mailStoppedAt),
        storeNewsAt: toDateOrNull(record.storeNewsAt),
      };
      await db.shop.upsert({ where: { shop: record.shop }, create: data, update: data });
    },
  };
}
