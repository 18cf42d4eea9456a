import type { ShopIndex } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstantOrNull } from "./time.server.ts";

type Due = { shop: string; timeZone: string; nightAt: Date | null; connected: boolean };

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
    async countLeft() {
      const rows = await db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) AS "count" FROM "Shop" WHERE "uninstalledAt" IS NOT NULL`;
      return Number(rows[0]?.count ?? 0);
    },
    async dueNights(until, limit) {
      const rows = await db.$queryRaw<Due[]>`
        SELECT s."shop", s."timeZone", s."nightAt", c."sealedToken" IS NOT NULL AS "connected"
        FROM "Shop" s LEFT JOIN "Connection" c ON c."shop" = s."shop"
        WHERE s."uninstalledAt" IS NULL AND (s."nightAt" IS NULL OR s."nightAt" <= ${toDate(until)}::timestamp)
        ORDER BY s."nightAt" NULLS FIRST, s."shop" LIMIT ${limit}::int`;
      return rows.map((row) => ({ ...row, nightAt: toInstantOrNull(row.nightAt) }));
    },
    async countNights(until) {
      const rows = await db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) AS "count" FROM "Shop" WHERE "uninstalledAt" IS NULL
          AND ("nightAt" IS NULL OR "nightAt" <= ${toDate(until)}::timestamp)`;
      return Number(rows[0]?.count ?? 0);
    },
    async setNights(nights) {
      const shops = nights.map(({ shop }) => shop);
      // As text: the embedded database's adapter takes arrays of texts only.
      const seen = nights.map(({ nightAt }) => nightAt?.toString() ?? "");
      const next = nights.map((night) => night.next.toString());
      const rows = await db.$queryRaw<{ shop: string }[]>`
        UPDATE "Shop" s SET "nightAt" = timezone('UTC', v."next"::timestamptz)
        FROM unnest(${shops}::text[], ${seen}::text[], ${next}::text[]) AS v("shop", "seen", "next")
        WHERE s."shop" = v."shop"
          AND s."nightAt" IS NOT DISTINCT FROM timezone('UTC', nullif(v."seen", '')::timestamptz)
        RETURNING s."shop"`;
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
