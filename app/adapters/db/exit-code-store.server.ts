import type { ExitCodeStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

export function createExitCodeStore(db: Db): ExitCodeStore {
  const find: ExitCodeStore["find"] = async (shop, visit) => {
    const row = await db.exitCode.findFirst({ where: { visit, shop } });
    return (
      row && {
        ...row,
        createdAt: toInstant(row.createdAt),
        expiresAt: toInstant(row.expiresAt),
        provedUntil: toInstantOrNull(row.provedUntil),
      }
    );
  };
  return {
    find,
    async save({ visit, ...incoming }) {
      const data = {
        ...incoming,
        createdAt: toDate(incoming.createdAt),
        expiresAt: toDate(incoming.expiresAt),
        provedUntil: toDateOrNull(incoming.provedUntil),
      };
      // As with sessions: of two unique keys an upsert names one, and the other refuses the second of two at once.
      const made = await db.exitCode.createMany({ data: [{ visit, ...data }], skipDuplicates: true });
      if (made.count === 0) await db.exitCode.updateMany({ where: { shop: incoming.shop, visit }, data });
    },
    // One statement counts and decides, so that a hundred guesses at once are still no more than the limit.
    async countTry(shop, visit, now, limit) {
      const { count } = await db.exitCode.updateMany({
        where: { visit, shop, tries: { lt: limit }, expiresAt: { gt: toDate(now) } },
        data: { tries: { increment: 1 } },
      });
      return count === 0 ? null : find(shop, visit);
    },
    async prove(shop, visit, until) {
      await db.exitCode.updateMany({ where: { visit, shop }, data: { provedUntil: toDate(until) } });
    },
    async remove(shop, visit) {
      await db.exitCode.deleteMany({ where: { visit, shop } });
    },
  };
}
