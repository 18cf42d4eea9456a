import type { SealedValueStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";

/** Tokens and sessions as they lie sealed. Each replacement names what it replaces, so that traffic always wins. */
export function createSealedValueStore(db: Db): SealedValueStore {
  const sessions = (prefix: string) => ({ NOT: { sealed: { startsWith: prefix } } });
  const connections = (prefix: string) => ({
    sealedToken: { not: null },
    NOT: { sealedToken: { startsWith: prefix } },
  });
  return {
    async others(place, prefix, afterId, take) {
      if (place === "session") {
        const where = { ...sessions(prefix), id: { gt: afterId } };
        const rows = await db.session.findMany({ where, orderBy: { id: "asc" }, take });
        return rows.map(({ id, shop, sealed }) => ({ place, id, shop, sealed }));
      }
      const where = { ...connections(prefix), shop: { gt: afterId } };
      const rows = await db.connection.findMany({ where, orderBy: { shop: "asc" }, take });
      return rows.flatMap(({ shop, sealedToken }) =>
        sealedToken === null ? [] : [{ place, id: shop, shop, sealed: sealedToken }],
      );
    },
    async replace({ place, id, shop, sealed: before }, sealed) {
      const { count } =
        place === "session"
          ? await db.session.updateMany({ where: { shop, id, sealed: before }, data: { sealed } })
          : await db.connection.updateMany({
              where: { shop: id, sealedToken: before },
              data: { sealedToken: sealed },
            });
      return count === 1;
    },
    async countOthers(prefix) {
      const inSessions = await db.session.count({ where: sessions(prefix) });
      return inSessions + (await db.connection.count({ where: connections(prefix) }));
    },
  };
}
