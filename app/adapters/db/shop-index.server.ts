import type { ShopIndex } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate } from "./time.server.ts";

/** Reads across shops. They give domains to background rounds and one yes or no, never another shop's data. */
export function createShopIndex(db: Db): ShopIndex {
  const page = async (where: object, after: string, limit: number): Promise<string[]> => {
    const rows = await db.shop.findMany({
      where: { ...where, shop: { gt: after } },
      select: { shop: true },
      orderBy: { shop: "asc" },
      take: limit,
    });
    return rows.map(({ shop }) => shop);
  };
  return {
    installed: (after, limit) => page({ uninstalledAt: null }, after, limit),
    left: (after, limit) => page({ uninstalledAt: { not: null } }, after, limit),
    async markTended(shop, at) {
      await db.shop.updateMany({ where: { shop }, data: { tendedAt: toDate(at) } });
    },
    async connected(after, limit) {
      const rows = await db.$queryRaw<{ shop: string }[]>`
        SELECT s."shop" FROM "Shop" s JOIN "Connection" c ON c."shop" = s."shop"
        WHERE s."uninstalledAt" IS NULL AND c."sealedToken" IS NOT NULL AND s."shop" > ${after}
        ORDER BY s."shop" LIMIT ${limit}`;
      return rows.map(({ shop }) => shop);
    },
    async accountUsedElsewhere(shop) {
      const own = await db.connection.findUnique({ where: { shop } });
      if (!own) return false;
      const others = await db.connection.findMany({
        where: { accountSid: own.accountSid, shop: { not: shop }, sealedToken: { not: null } },
        select: { shop: true },
      });
      const installed = await db.shop.count({
        where: { shop: { in: others.map((each) => each.shop) }, uninstalledAt: null },
      });
      return installed > 0;
    },
  };
}
